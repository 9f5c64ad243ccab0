package dev.sluice.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules, in a PostgreSQL's pg_hba.conf, of who may connect and how. */
record HostBasedAccess(Path file) {

  private static final String BY_PASSWORD =
      """
      # Each role, from this machine, by its password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  static HostBasedAccess of(Path data) {
    return new HostBasedAccess(data.resolve("pg_hba.conf"));
  }

  /** Demands passwords where a rule trusts whoever connects; rules without trust stay. */
  void requirePasswords() throws IOException {
    if (Files.readAllLines(file).stream().anyMatch(HostBasedAccess::trusts)) {
      new PrivateFile(file).write(BY_PASSWORD.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static boolean trusts(String line) {
    String rule = line.split("#", 2)[0];
    return List.of(rule.split("\\s+")).contains("trust");
  }
}
