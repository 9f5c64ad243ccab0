package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSchException;
import dev.sluice.StartupFailure;
import dev.sluice.fixture.SftpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class EmbeddedServersTest {

  @TempDir Path folder;

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class OnceStarted {

    private EmbeddedServers servers;

    @BeforeAll
    void start(@TempDir Path shared) throws Exception {
      servers = EmbeddedServers.start(EmbeddedSettings.in(PostgresTemplate.copiedTo(shared)));
    }

    @AfterAll
    void stop() {
      servers.close();
    }

    @Test
    void bringAServerBackThatWasTakenAway() throws Exception {
      try (S3Client s3 = TestS3.client(servers)) {
        // Given
        s3.putObject(put -> put.bucket("sluice-drop").key("in/a"), RequestBody.fromString("blob"));
        try (SftpClient sftp = sftp(servers)) {
          sftp.put("inbox/a", new byte[] {1});
        }

        // When
        servers.stopS3();
        servers.stopSftp();

        // Then
        assertThatThrownBy(() -> s3.headBucket(head -> head.bucket("sluice-drop")))
            .isInstanceOf(SdkClientException.class);
        assertThatThrownBy(() -> sftp(servers)).isInstanceOf(JSchException.class);

        // When
        servers.startS3();
        servers.startSftp();

        // Then
        assertThat(s3.getObjectAsBytes(get -> get.bucket("sluice-drop").key("in/a")).asUtf8String())
            .isEqualTo("blob");
        try (SftpClient sftp = sftp(servers)) {
          assertThat(sftp.names("inbox")).containsExactly("a");
        }
      }
    }

    @Test
    void tellTheApplicationAllItNeeds() {
      assertThat(servers.applicationProperties())
          .containsOnlyKeys(
              "spring.datasource.url",
              "spring.datasource.username",
              "spring.datasource.password",
              "sluice.kafka.brokers",
              "sluice.kafka.properties.sasl.jaas.config",
              "sluice.kafka.properties.sasl.mechanism",
              "sluice.kafka.properties.security.protocol",
              "sluice.s3.endpoint",
              "sluice.s3.region",
              "sluice.s3.access-key",
              "sluice.s3.secret-key",
              "sluice.s3.path-style",
              "sluice.claims.bucket",
              "sluice.s3-drop.bucket",
              "sluice.s3-drop.rules[0].prefix",
              "sluice.s3-drop.rules[0].owner",
              "sluice.sftp.host",
              "sluice.sftp.port",
              "sluice.sftp.user",
              "sluice.sftp.password",
              "sluice.sftp.known-hosts",
              "sluice.sftp.folder",
              "sluice.sftp.rules[0].owner",
              "sluice.data-dir");
    }

    @Test
    void refuseAFolderThatIsInUse() {
      EmbeddedSettings same = EmbeddedSettings.in(servers.dataDir());

      assertThatThrownBy(() -> EmbeddedServers.start(same))
          .hasMessageContaining("used by another running Sluice");
    }
  }

  @Test
  void keepWhatWasStoredAcrossARestartOnOtherPorts() throws Exception {
    // Given
    PostgresTemplate.copiedTo(folder);
    try (EmbeddedServers servers = start()) {
      sql(servers, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('row')");
      send(servers, "record");
      try (S3Client s3 = TestS3.client(servers)) {
        s3.putObject(put -> put.bucket("sluice-claims").key("a/b"), RequestBody.fromString("blob"));
      }
    }

    // When
    try (EmbeddedServers servers = start();
        S3Client s3 = TestS3.client(servers)) {
      // Then
      assertThat(query(servers, "SELECT word FROM kept")).isEqualTo("row");
      assertThat(received(servers)).containsExactly("record");
      assertThat(s3.getObjectAsBytes(get -> get.bucket("sluice-claims").key("a/b")).asUtf8String())
          .isEqualTo("blob");
    }
  }

  @Test
  void healAnInterruptedFirstStartAndPostgresIsDurable() throws Exception {
    // Given
    Path half = Files.createDirectories(folder.resolve("postgres/data.unfinished-1"));
    Files.writeString(half.resolve("PG_VERSION"), "18");
    Path unpacked = Files.createDirectories(folder.resolve("postgres/bin/old.unfinished-1/bin"));
    Path log = Files.createDirectories(folder.resolve("kafka.unfinished-1/__cluster_metadata-0"));
    Path upload = Files.createDirectories(folder.resolve("s3/stage/sluice-claims"));
    Files.writeString(upload.resolve("half"), "half an obj");

    // When
    try (EmbeddedServers servers = start()) {
      // Then
      assertThat(query(servers, "SELECT current_user")).isEqualTo("sluice");
      assertPostgresIsDurable(servers);
      assertThat(half).doesNotExist();
      assertThat(log).doesNotExist();
      assertThat(upload.resolve("half")).doesNotExist();
      assertThat(unpacked).exists();
    }
  }

  @Test
  void stopAPostgresThatAKilledSluiceLeftRunning() throws Exception {
    // Given
    PostgresTemplate.copiedTo(folder);
    PortChoice any = PortChoice.any("");
    PostgresServer left = PostgresServer.start(folder.resolve("postgres"), any, secrets());
    PortChoice same = new PortChoice("", left.port(), true);

    // When
    try (PostgresServer again = PostgresServer.start(folder.resolve("postgres"), same, secrets())) {
      // Then
      assertThat(again.port()).isEqualTo(left.port());
      try (Connection connection = new DatabaseRoles(folder).sluice(again.url()).getConnection()) {
        assertThat(connection.isValid(5)).isTrue();
      }
    }
  }

  @Test
  void leaveAProcessAloneThatMerelyHasTheOldNumber() throws Exception {
    // Given
    PostgresTemplate.copiedTo(folder);
    PostgresServer.start(folder.resolve("postgres"), PortChoice.any(""), secrets()).close();
    String ours = String.valueOf(ProcessHandle.current().pid());
    Files.writeString(folder.resolve("postgres/data/postmaster.pid"), ours + "\n");

    // When
    try (PostgresServer again =
        PostgresServer.start(folder.resolve("postgres"), PortChoice.any(""), secrets())) {
      // Then
      assertThat(again.port()).isPositive();
    }
  }

  @Test
  void leaveNothingBehindWhenTheyFail() throws Exception {
    // Given
    PostgresTemplate.copiedTo(folder);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      EmbeddedSettings any = EmbeddedSettings.in(folder);
      PortChoice fixed = new PortChoice("THE_KEY", taken.getLocalPort(), true);
      EmbeddedSettings settings =
          new EmbeddedSettings(
              folder,
              fixed,
              any.postgres(),
              any.s3(),
              any.sftp(),
              any.api(),
              any.management(),
              any.apiKey(),
              any.opsPassword());

      // When, then
      assertThatThrownBy(() -> EmbeddedServers.start(settings))
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
          .hasMessageContaining("THE_KEY");
    }
    try (EmbeddedServers servers = start()) {
      assertThat(servers.kafkaBrokers()).startsWith("127.0.0.1:");
    }
  }

  private static void assertPostgresIsDurable(EmbeddedServers servers) throws SQLException {
    assertThat(query(servers, "SHOW fsync")).isEqualTo("on");
    assertThat(query(servers, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(query(servers, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(query(servers, "SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(query(servers, "SELECT lower('ÄÖ')")).isEqualTo("äö");
  }

  private Secrets secrets() throws IOException {
    return SeparateServers.secretsIn(folder);
  }

  private EmbeddedServers start() {
    return EmbeddedServers.start(EmbeddedSettings.in(folder));
  }

  private static SftpClient sftp(EmbeddedServers servers) throws JSchException {
    Endpoints.Sftp at = servers.endpoints("", "").sftp();
    return SftpClient.byPassword(at.port(), at.user(), at.password(), at.knownHostKey());
  }

  private static void sql(EmbeddedServers servers, String... statements) throws SQLException {
    try (Connection connection =
            new DatabaseRoles(servers.dataDir()).sluice(servers.jdbcUrl()).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String query(EmbeddedServers servers, String sql) throws SQLException {
    try (Connection connection =
            new DatabaseRoles(servers.dataDir()).sluice(servers.jdbcUrl()).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Map<String, Object> kafka(EmbeddedServers servers) {
    Map<String, Object> properties = new HashMap<>(servers.kafkaLogin());
    properties.put("bootstrap.servers", servers.kafkaBrokers());
    return properties;
  }

  private static void send(EmbeddedServers servers, String value) throws Exception {
    try (Admin admin = Admin.create(kafka(servers))) {
      admin.createTopics(List.of(new NewTopic("work", 2, (short) 1))).all().get();
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(kafka(servers), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("work", value)).get();
    }
  }

  private static List<String> received(EmbeddedServers servers) throws IOException {
    List<String> values = new ArrayList<>();
    Map<String, Object> properties = kafka(servers);
    properties.put("group.id", "test");
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("work"));
      Awaitility.await()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
              });
    }
    return values;
  }
}
