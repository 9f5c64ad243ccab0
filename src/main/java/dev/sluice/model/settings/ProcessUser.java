package dev.sluice.model.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user that this process runs as. */
public final class ProcessUser {

  private static final Path OWN_PROCESS = Path.of("/proc/self");

  private ProcessUser() {}

  /** Whether it is root. The number is true where there is no list of users, too. */
  public static boolean isRoot() {
    try {
      return Files.getAttribute(OWN_PROCESS, "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException noSuchFolder) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
