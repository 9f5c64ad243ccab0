package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.SecureServers;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.SftpClient;
import dev.sluice.fixture.TestAuthority;
import dev.sluice.fixture.TestAuthority.Issued;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.DropFolder;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The production jar among servers that speak TLS only, by the settings of docs/tls.md. */
class TlsIT {

  @TempDir Path folder;

  private final TestAuthority authority = new TestAuthority("own");
  private Path caFile;
  private Path certificate;
  private Path key;
  private SecureServers servers;

  @BeforeEach
  void start() throws Exception {
    caFile = authority.write(folder.resolve("ca.pem"));
    certificate = folder.resolve("certificate.pem");
    key = folder.resolve("key.pem");
    servers = new SecureServers(Files.createDirectories(folder.resolve("servers")), authority);
  }

  @AfterEach
  void stop() throws Exception {
    servers.close();
  }

  @Test
  void allIsReachedByTlsAndARenewedCertificateIsServedWithoutARestart() throws Exception {
    // Given
    Issued first = authority.issue();
    Issued renewed = authority.issue();
    first.write(certificate, key);
    String inbox = UUID.randomUUID().toString();
    try (ProductionSluice sluice = new ProductionSluice(folder);
        SftpClient sftp = TestServers.storesOfProcesses().sftpClient();
        S3Client s3 = servers.s3Client()) {
      sftp.mkdir(inbox);
      sluice.with(servers.environment(caFile)).with(doors(inbox)).with(tls());
      sluice.calledBy(authority.trust()).start().awaitServing();

      try (Connection open = new Connection(sluice.port(), authority)) {
        assertThat(open.certificate()).isEqualTo(first.certificate());
        assertThat(open.ask()).startsWith("HTTP/1.1 401");

        // When
        renewed.write(certificate, key);
        sftp.put(inbox + "/a.pdf", Pdfs.withText("dropped by SFTP"));
        new DropFolder(s3, servers.dropBucket()).put("in/a.pdf", Pdfs.withText("dropped by S3"));
        Answer receipt = sluice.api().upload(Pdfs.withText("sent by HTTPS"));

        // Then: documents come in by all doors
        assertThat(receipt.status()).isEqualTo(202);
        Awaitility.await().untilAsserted(() -> assertThat(completed()).isEqualTo(3));

        // And: a session's cookie goes by TLS only
        String login = "{\"key\":\"" + TestServers.API_KEY + "\"}";
        assertThat(sluice.api().post("/api/v1/session", login).header("Set-Cookie"))
            .startsWith("__Host-sluice-")
            .contains("; Secure");

        // And: both ports speak TLS and nothing else
        assertThat(receipt.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(metrics(sluice)).contains("ssl_chain_expiry_seconds{");
        assertThat(withoutTls(sluice.port()))
            .startsWith("HTTP/1.1 400")
            .contains("This combination of host and port requires TLS.");

        // And: whoever connects from now on gets the new certificate, and nobody was cut off
        Awaitility.await()
            .pollInterval(Duration.ofMillis(500))
            .atMost(Duration.ofSeconds(40))
            .until(() -> served(sluice), renewed.certificate()::equals);
        assertThat(open.ask()).startsWith("HTTP/1.1 401");
        assertThat(open.certificate()).isEqualTo(first.certificate());
      }
      assertThat(sluice.log()).doesNotContain("does not answer");
    }
  }

  @Test
  @Tag("proof")
  void aQueueAndAFolderThatAreNotTrustedAreNamedWithTheReason() throws Exception {
    // Given
    Path wrong = new TestAuthority("other").write(folder.resolve("other.pem"));
    String otherHost = "127.0.0.1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(43);
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      sluice
          .with(servers.environment(caFile))
          .with("SLUICE_KAFKA_PROPERTIES_SSL_TRUSTSTORE_LOCATION", wrong.toString())
          .with(doors("inbox"))
          .with("SLUICE_SFTP_KNOWN_HOSTS", otherHost);

      // When
      sluice.start().awaitServing();

      // Then
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(sluice.log())
                      .containsPattern("The queue does not answer since .*certification path")
                      .containsPattern("its host key is not in sluice.sftp.known-hosts"));
    }
  }

  @Test
  @Tag("proof")
  void anObjectStoreThatIsNotTrustedEndsTheStartInOneLine() throws Exception {
    // Given
    Path wrong = new TestAuthority("other").write(folder.resolve("other.pem"));
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // When
      sluice.with(servers.environment(caFile)).with("SLUICE_S3_CA_FILE", wrong.toString()).start();
      int status = sluice.awaitExit(Duration.ofSeconds(60));

      // Then
      assertThat(status).isEqualTo(1);
      assertThat(sluice.log().lines().filter(line -> line.startsWith("Sluice cannot start")))
          .singleElement()
          .asString()
          .contains("object store", "certification path");
      assertThat(sluice.log()).doesNotContain("\tat ");
    }
  }

  @Test
  @Tag("proof")
  void aDatabaseThatIsNotTrustedEndsTheStartInOneLine() throws Exception {
    // Given
    Path wrong = new TestAuthority("other").write(folder.resolve("other.pem"));
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // When
      sluice.with(servers.environment(wrong)).start();
      int status = sluice.awaitExit(Duration.ofSeconds(60));

      // Then
      assertThat(status).isEqualTo(1);
      assertThat(sluice.log().lines().filter(line -> line.startsWith("Sluice cannot start")))
          .singleElement()
          .asString()
          .contains("database", "certification path");
      assertThat(sluice.log()).doesNotContain("\tat ");
    }
  }

  @Test
  @Tag("proof")
  void aRenewalThatCannotBeUsedIsToldAndTheOldCertificateStays() throws Exception {
    // Given
    Issued first = authority.issue();
    first.write(certificate, key);
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      sluice.with(servers.environment(caFile)).with(tls());
      sluice.calledBy(authority.trust()).start().awaitServing();

      // When
      Files.writeString(certificate, "no certificate");

      // Then
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() -> assertThat(sluice.log()).contains("Unexpected SSL reload error"));
      assertThat(served(sluice)).isEqualTo(first.certificate());

      // When
      Issued renewed = authority.issue();
      renewed.write(certificate, key);

      // Then
      Awaitility.await()
          .pollInterval(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(40))
          .until(() -> served(sluice), renewed.certificate()::equals);
    }
  }

  private Map<String, String> tls() {
    return Map.of(
        "SLUICE_TLS_CERTIFICATE", certificate.toString(),
        "SLUICE_TLS_KEY", key.toString());
  }

  private Map<String, String> doors(String inbox) {
    Map<String, String> doors = new HashMap<>(TestServers.storesOfProcesses().sftpSettings());
    doors.put("SLUICE_SFTP_FOLDER", inbox);
    doors.put("SLUICE_SFTP_OWNER", "me");
    doors.put("SLUICE_SFTP_POLL_EVERY", "250ms");
    doors.put("SLUICE_SFTP_STABLE_FOR", "500ms");
    doors.put("SLUICE_S3_DROP_BUCKET", servers.dropBucket());
    doors.put("SLUICE_S3_DROP_OWNER", "me");
    doors.put("SLUICE_S3_DROP_PERIOD", "250ms");
    return doors;
  }

  private int completed() {
    return servers
        .database(caFile)
        .sql("SELECT count(*) FROM document WHERE state = 'completed'")
        .query(Integer.class)
        .single();
  }

  private static String metrics(ProductionSluice sluice) {
    var management = sluice.management(null);
    return management
        .send(management.request("/metrics").header("Authorization", OpsLogin.BASIC))
        .response()
        .body();
  }

  private Certificate served(ProductionSluice sluice) throws Exception {
    try (Connection fresh = new Connection(sluice.port(), authority)) {
      return fresh.certificate();
    }
  }

  private static String withoutTls(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(Connection.REQUEST);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A connection that is kept open between two requests. */
  private record Connection(SSLSocket socket) implements AutoCloseable {

    private static final byte[] REQUEST =
        "GET /api/v1/documents HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    Connection(int port, TestAuthority authority) throws IOException {
      this((SSLSocket) authority.trust().getSocketFactory().createSocket("127.0.0.1", port));
      socket.startHandshake();
    }

    Certificate certificate() throws IOException {
      return socket.getSession().getPeerCertificates()[0];
    }

    /** The beginning of the answer to a call without a key. */
    String ask() throws IOException {
      socket.getOutputStream().write(REQUEST);
      byte[] answer = new byte[8192];
      return new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
