package dev.sluice.parse;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings of the tests: small, and each of them changeable. */
record Settings(
    int forks,
    int heapMegabytes,
    Duration total,
    Duration silence,
    int maxPages,
    long maxCharacters,
    int recycleAfter) {

  static Settings ofOneFork() {
    return new Settings(1, 128, Duration.ofSeconds(60), Duration.ofSeconds(60), 100, 10_000, 1000);
  }

  Settings withForks(int value) {
    return new Settings(
        value, heapMegabytes, total, silence, maxPages, maxCharacters, recycleAfter);
  }

  Settings withHeapMegabytes(int value) {
    return new Settings(forks, value, total, silence, maxPages, maxCharacters, recycleAfter);
  }

  Settings withTotalMillis(int value) {
    return new Settings(
        forks,
        heapMegabytes,
        Duration.ofMillis(value),
        silence,
        maxPages,
        maxCharacters,
        recycleAfter);
  }

  Settings withSilenceMillis(int value) {
    return new Settings(
        forks,
        heapMegabytes,
        total,
        Duration.ofMillis(value),
        maxPages,
        maxCharacters,
        recycleAfter);
  }

  Settings withRecycleAfter(int value) {
    return new Settings(forks, heapMegabytes, total, silence, maxPages, maxCharacters, value);
  }

  ParserSettings in(Path workFolder) {
    return new ParserSettings(
        forks,
        DataSize.ofMegabytes(heapMegabytes),
        total,
        silence,
        maxPages,
        maxCharacters,
        2_000,
        DataSize.ofMegabytes(64),
        recycleAfter,
        workFolder);
  }
}
