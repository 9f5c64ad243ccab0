package dev.sluice.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** The secrets of one data folder, made at its first start. */
record Secrets(
    String apiKey,
    String opsPassword,
    String s3AccessKey,
    String s3SecretKey,
    String sftpPassword,
    String postgresPassword,
    String databasePassword,
    String kafkaPassword) {

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /** The secrets kept in the file, with new ones for those that are missing. */
  static Secrets keptIn(Path file) throws IOException {
    Properties kept = load(file);
    int before = kept.size();
    SecureRandom random = new SecureRandom();
    Secrets secrets =
        new Secrets(
            keep(kept, "apiKey", () -> "slc_" + bytes(random)),
            keep(kept, "opsPassword", () -> letters(random)),
            keep(kept, "s3AccessKey", () -> letters(random)),
            keep(kept, "s3SecretKey", () -> bytes(random)),
            keep(kept, "sftpPassword", () -> letters(random)),
            keep(kept, "postgresPassword", () -> letters(random)),
            keep(kept, "databasePassword", () -> letters(random)),
            keep(kept, "kafkaPassword", () -> letters(random)));
    if (kept.size() > before) {
      store(kept, file);
    }
    return secrets;
  }

  /** The same, but for what the settings fix; that is not kept. */
  Secrets overriddenBy(EmbeddedSettings settings) {
    return new Secrets(
        settings.apiKey().orElse(apiKey),
        settings.opsPassword().orElse(opsPassword),
        s3AccessKey,
        s3SecretKey,
        sftpPassword,
        postgresPassword,
        databasePassword,
        kafkaPassword);
  }

  /** Says nothing, so that no log ever shows them. */
  @Override
  public String toString() {
    return "Secrets[..]";
  }

  private static Properties load(Path file) throws IOException {
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    return kept;
  }

  private static void store(Properties kept, Path file) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    kept.store(content, "Made by Sluice. Whoever reads this file can use this Sluice.");
    new PrivateFile(file).write(content.toByteArray());
  }

  private static String keep(Properties kept, String name, Supplier<String> fresh) {
    return (String) kept.computeIfAbsent(name, missing -> fresh.get());
  }

  private static String bytes(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String letters(SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    random.ints(20, 0, BASE32.length()).forEach(i -> letters.append(BASE32.charAt(i)));
    return letters.toString();
  }
}
