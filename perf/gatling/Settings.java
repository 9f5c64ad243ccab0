package dev.sluice.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What perf/scenarios wants of a run: a file of properties. */
final class Settings {

  private final Properties given = new Properties();

  Settings(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      given.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    String value = given.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("The settings lack " + name + ".");
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  Path path(String name) {
    return Path.of(text(name));
  }
}
