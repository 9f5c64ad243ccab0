package dev.sluice.embedded;

import com.jcraft.jsch.JSchException;
import dev.sluice.fixture.SftpClient;
import dev.sluice.model.settings.JvmDefaults;
import dev.sluice.model.spool.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Runs the embedded servers separately: each in processes of its own, with its files in one folder.
 */
public final class SeparateServers {

  private static final String ANY = "a port";

  private final Path folder;
  private final Secrets secrets;

  /** Those whose files are in the folder, which is made if it is missing. */
  public SeparateServers(Path folder) throws IOException {
    this.folder = folder;
    PrivateFolder.create(folder);
    this.secrets = secretsIn(folder);
  }

  /**
   * Runs one server until stdin ends, which it does when the parent does; says so when it serves.
   * Arguments: its name, its folder, its port and the port at which clients find it.
   */
  public static void main(String[] arguments) throws Exception {
    JvmDefaults.neutralise();
    Path folder = Path.of(arguments[1]);
    int port = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "kafka" ->
          KafkaServer.start(
              folder.resolve("kafka"), port, Integer.parseInt(arguments[3]), secretsIn(folder));
      case "s3" -> S3Server.start(folder.resolve("s3"), exactly(port), secretsIn(folder));
      case "sftp" -> SftpServer.start(folder.resolve("sftp"), exactly(port), secretsIn(folder));
      case "postgres" ->
          PostgresServer.start(folder.resolve("postgres"), exactly(port), secretsIn(folder));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.out.println("serving");
    while (System.in.read() >= 0) {
      // input is ignored; its end stops the server
    }
    Runtime.getRuntime().halt(0);
  }

  /** The arguments by which a JVM runs one of them. */
  public List<String> arguments(String name, int port, int advertised) {
    return List.of(
        "-cp",
        System.getProperty("java.class.path"),
        SeparateServers.class.getName(),
        name,
        folder.toString(),
        String.valueOf(port),
        String.valueOf(advertised));
  }

  /** Starts PostgreSQL, which recovers if it was killed, and waits until it serves. */
  public void startPostgres(int port) throws IOException, InterruptedException, SQLException {
    PostgresServer.start(folder.resolve("postgres"), exactly(port), secrets);
  }

  /** Stops PostgreSQL in order, if it runs. */
  public void stopPostgres() throws IOException, InterruptedException {
    Path home = folder.resolve("postgres");
    new PostgresCluster(
            PostgresBinaries.unpackedIn(home.resolve("bin")),
            home.resolve("data"),
            home.resolve("server.log"))
        .stopLeft();
  }

  /** The process number in PostgreSQL's files, whether or not that process still lives. */
  public OptionalLong postmaster() throws IOException {
    Path file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
    return Files.exists(file)
        ? OptionalLong.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
        : OptionalLong.empty();
  }

  /** Where the database is found behind a port. */
  public static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresServer.DATABASE;
  }

  /** The roles of the database. */
  public DatabaseRoles roles() {
    return new DatabaseRoles(folder);
  }

  /** What lets the application log in to a Kafka of these properties, as environment variables. */
  public static Map<String, String> kafkaEnvironment(Map<String, String> properties) {
    return properties.entrySet().stream()
        .collect(
            Collectors.toMap(
                property ->
                    "SLUICE_KAFKA_PROPERTIES_"
                        + property.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                Map.Entry::getValue));
  }

  /** What lets the application use the servers behind these ports, as environment variables. */
  public Map<String, String> environment(int postgres, int kafka, int s3, int sftp)
      throws IOException, GeneralSecurityException {
    Map<String, String> environment = new HashMap<>(environment(s3, sftp));
    environment.put("SLUICE_JDBC_URL", jdbcUrl(postgres));
    environment.put("SLUICE_JDBC_USER", DatabaseRoles.SLUICE);
    environment.put("SLUICE_JDBC_PASSWORD", secrets.databasePassword());
    environment.put("SLUICE_KAFKA_BROKERS", "127.0.0.1:" + kafka);
    environment.putAll(
        kafkaEnvironment(new KafkaLogin(secrets.kafkaPassword()).clientProperties()));
    return environment;
  }

  /** The same for S3 and SFTP alone. */
  Map<String, String> environment(int s3, int sftp) throws IOException, GeneralSecurityException {
    return Map.ofEntries(
        Map.entry("SLUICE_S3_ENDPOINT", "http://127.0.0.1:" + s3),
        Map.entry("SLUICE_S3_ACCESS_KEY", secrets.s3AccessKey()),
        Map.entry("SLUICE_S3_SECRET_KEY", secrets.s3SecretKey()),
        Map.entry("SLUICE_S3_PATH_STYLE", "true"),
        Map.entry("SLUICE_CLAIMS_BUCKET", S3Server.CLAIMS),
        Map.entry("SLUICE_S3_DROP_BUCKET", S3Server.DROP),
        Map.entry("SLUICE_SFTP_HOST", SftpServer.HOST),
        Map.entry("SLUICE_SFTP_PORT", String.valueOf(sftp)),
        Map.entry("SLUICE_SFTP_USER", SftpServer.USER),
        Map.entry("SLUICE_SFTP_PASSWORD", secrets.sftpPassword()),
        Map.entry("SLUICE_SFTP_KNOWN_HOSTS", knownHost(sftp)),
        Map.entry("SLUICE_SFTP_FOLDER", SftpServer.INBOX));
  }

  /** The bucket of originals. */
  public String claimsBucket() {
    return S3Server.CLAIMS;
  }

  /** The bucket in which senders drop objects. */
  public String dropBucket() {
    return S3Server.DROP;
  }

  /** A client of S3. */
  public S3Client s3Client(int port) {
    return TestS3.client("http://127.0.0.1:" + port, secrets.s3AccessKey(), secrets.s3SecretKey());
  }

  /** A client of SFTP. */
  public SftpClient sftpClient(int port)
      throws JSchException, IOException, GeneralSecurityException {
    return SftpClient.byPassword(port, SftpServer.USER, secrets.sftpPassword(), knownHost(port));
  }

  /** The folder in which senders drop files, as the SFTP server's own disk has it. */
  public Path inbox() {
    return folder.resolve("sftp").resolve("files").resolve(SftpServer.INBOX);
  }

  private String knownHost(int port) throws IOException, GeneralSecurityException {
    Path home = folder.resolve("sftp");
    PrivateFolder.create(home);
    SshKey client = SshKey.keptIn(home.resolve("id_ecdsa"));
    return new SshClientFiles(home, port, client, SshKey.keptIn(home.resolve("host_key")))
        .knownHost();
  }

  static Secrets secretsIn(Path folder) throws IOException {
    return Secrets.keptIn(folder.resolve("secrets.properties"));
  }

  private static PortChoice exactly(int port) {
    return new PortChoice(ANY, port, true);
  }
}
