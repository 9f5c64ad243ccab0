package dev.sluice.embedded;

import dev.sluice.fixture.TestAuthority;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Kafka, PostgreSQL and S3 that speak nothing but TLS and want a login, with certificates of one
 * authority.
 */
public final class SecureServers implements AutoCloseable {

  private static final String USER = "sluice";

  private final Path folder;
  private final Secrets secrets;
  private final String password;
  private final TestAuthority authority;
  private final KafkaServer kafka;
  private final PostgresServer postgres;
  private final S3Proxy s3;

  /** Starts them on files in the folder. */
  public SecureServers(Path folder, TestAuthority authority) throws Exception {
    this.folder = PostgresTemplate.copiedTo(folder);
    this.secrets = SeparateServers.secretsIn(folder);
    this.password = secrets.databasePassword();
    this.authority = authority;
    this.kafka = startKafka();
    this.postgres = startPostgres();
    this.s3 = startS3();
  }

  /**
   * The settings by which Sluice reaches them, as docs/tls.md has them.
   *
   * @param caFile of the authority to trust
   */
  public Map<String, String> environment(Path caFile) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLUICE_JDBC_URL", jdbcUrl(caFile));
    environment.put("SLUICE_JDBC_USER", USER);
    environment.put("SLUICE_JDBC_PASSWORD", password);
    environment.put("SLUICE_KAFKA_BROKERS", kafka.brokers());
    environment.put("SLUICE_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL");
    environment.put("SLUICE_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN");
    environment.put("SLUICE_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", login());
    environment.put("SLUICE_KAFKA_PROPERTIES_SSL_TRUSTSTORE_TYPE", "PEM");
    environment.put("SLUICE_KAFKA_PROPERTIES_SSL_TRUSTSTORE_LOCATION", caFile.toString());
    environment.put("SLUICE_S3_ENDPOINT", s3Endpoint());
    environment.put("SLUICE_S3_ACCESS_KEY", USER);
    environment.put("SLUICE_S3_SECRET_KEY", password);
    environment.put("SLUICE_S3_PATH_STYLE", "true");
    environment.put("SLUICE_S3_CA_FILE", caFile.toString());
    environment.put("SLUICE_CLAIMS_BUCKET", S3Server.CLAIMS);
    return environment;
  }

  /** The bucket in which senders drop objects. */
  public String dropBucket() {
    return S3Server.DROP;
  }

  /** A client of S3. */
  public S3Client s3Client() {
    return TestS3.builder(s3Endpoint(), USER, password)
        .httpClient(
            ApacheHttpClient.builder().tlsTrustManagersProvider(authority::trustManagers).build())
        .build();
  }

  /** Sluice's database, over TLS. */
  public JdbcClient database(Path caFile) {
    return JdbcClient.create(new DriverManagerDataSource(jdbcUrl(caFile), USER, password));
  }

  private String s3Endpoint() {
    return "https://127.0.0.1:" + s3.getSecurePort();
  }

  private String jdbcUrl(Path caFile) {
    return postgres.url() + "?sslmode=verify-full&sslrootcert=" + caFile;
  }

  private String login() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(USER, password);
  }

  private KafkaServer startKafka() throws Exception {
    int port = PortChoice.any("kafka").resolve();
    Path keystore = authority.issue().write(folder.resolve("kafka.pem"));
    String users = login().replace(";", " user_%s=\"%s\";".formatted(USER, password));
    Map<String, String> secure =
        Map.of(
            "listener.security.protocol.map",
            "CLIENTS:SASL_SSL,CONTROLLER:SASL_PLAINTEXT",
            "listener.name.clients.plain.sasl.jaas.config",
            users,
            "ssl.keystore.type",
            "PEM",
            "ssl.keystore.location",
            keystore.toString(),
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            authority.write(folder.resolve("kafka-ca.pem")).toString());
    return KafkaServer.start(folder.resolve("kafka"), port, port, secrets, secure);
  }

  private PostgresServer startPostgres() throws Exception {
    Path home = folder.resolve("postgres");
    Path data = home.resolve("data");
    authority.issue().write(data.resolve("server.crt"), data.resolve("server.key"));
    Files.writeString(data.resolve("postgresql.conf"), "ssl = on\n", StandardOpenOption.APPEND);
    Files.writeString(data.resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
    return PostgresServer.start(home, PortChoice.any("postgres"), secrets);
  }

  private S3Proxy startS3() throws Exception {
    AtomicBlobStore store = AtomicBlobStore.in(folder.resolve("s3"));
    for (String bucket : List.of(S3Server.CLAIMS, S3Server.DROP)) {
      store.createBucketIfMissing(bucket);
    }
    Path keystore = authority.issue().write(folder.resolve("s3.p12"), password);
    int port = PortChoice.any("s3").resolve();
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .secureEndpoint(URI.create("https://127.0.0.1:" + port))
            .keyStore(keystore.toString(), password)
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, USER, password)
            .build();
    server.start();
    return server;
  }

  @Override
  public void close() throws Exception {
    s3.stop();
    postgres.close();
    kafka.close();
  }
}
