package dev.sluice.embedded;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings of the embedded servers, all of them optional.
 *
 * @param dataDir the folder that keeps everything
 * @param apiKey the key to use instead of a generated one
 * @param opsPassword the password to use instead of a generated one
 */
public record EmbeddedSettings(
    Path dataDir,
    PortChoice kafka,
    PortChoice postgres,
    PortChoice s3,
    PortChoice sftp,
    PortChoice api,
    PortChoice management,
    Optional<String> apiKey,
    Optional<String> opsPassword) {

  private static final String KAFKA = "SLUICE_EMBEDDED_KAFKA_PORT";
  private static final String POSTGRES = "SLUICE_EMBEDDED_POSTGRES_PORT";
  private static final String S3 = "SLUICE_EMBEDDED_S3_PORT";
  private static final String SFTP = "SLUICE_EMBEDDED_SFTP_PORT";
  private static final String API = "SERVER_PORT";
  private static final String MANAGEMENT = "MANAGEMENT_PORT";

  /** Any free ports and generated secrets: what tests want. */
  public static EmbeddedSettings in(Path dataDir) {
    return new EmbeddedSettings(
        dataDir.toAbsolutePath().normalize(),
        PortChoice.any(KAFKA),
        PortChoice.any(POSTGRES),
        PortChoice.any(S3),
        PortChoice.any(SFTP),
        PortChoice.any(API),
        PortChoice.any(MANAGEMENT),
        Optional.empty(),
        Optional.empty());
  }

  /** What command line, system properties and environment say, in this order. */
  public static EmbeddedSettings read(String... arguments) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    return read(environment);
  }

  private static EmbeddedSettings read(PropertyResolver settings) {
    String management =
        settings.containsProperty("management.server.port")
            ? "management.server.port"
            : "management.port";
    return new EmbeddedSettings(
        Path.of(settings.getProperty("sluice.data-dir", "data")).toAbsolutePath().normalize(),
        PortChoice.read(settings, "sluice.embedded.kafka-port", KAFKA, 9092),
        PortChoice.read(settings, "sluice.embedded.postgres-port", POSTGRES, 5432),
        PortChoice.read(settings, "sluice.embedded.s3-port", S3, 9000),
        PortChoice.read(settings, "sluice.embedded.sftp-port", SFTP, 2222),
        PortChoice.read(settings, "server.port", API, 8080),
        PortChoice.read(settings, management, MANAGEMENT, 8081),
        text(settings, "sluice.bootstrap.api-key").or(() -> text(settings, "sluice.api-key")),
        text(settings, "sluice.ops.password"));
  }

  private static Optional<String> text(PropertyResolver settings, String property) {
    return Optional.ofNullable(settings.getProperty(property)).filter(text -> !text.isBlank());
  }
}
