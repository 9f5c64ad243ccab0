package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import dev.sluice.fixture.SftpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpServerTest {

  private static final Secrets SECRETS = new Secrets("", "", "", "", "the password", "", "", "");
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path home;
  private Path folder;
  private SftpServer server;

  @BeforeEach
  void start() throws Exception {
    folder = home.resolve("with space and 100%");
    server = SftpServer.start(folder, PortChoice.any(""), SECRETS);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void thePasswordOpensTheInbox() throws Exception {
    try (SftpClient client = byPassword("the password")) {
      client.put("inbox/ü.pdf", CONTENT);

      assertThat(client.names(".")).containsExactly("inbox");
      assertThat(client.get("inbox/ü.pdf")).isEqualTo(CONTENT);
    }
    assertThat(folder.resolve("files/inbox/ü.pdf")).hasBinaryContent(CONTENT);
  }

  @Test
  void nobodyElseGetsIn() throws Exception {
    SshKey stranger = SshKey.keptIn(home.resolve("stranger"));

    assertThatThrownBy(() -> byPassword("another")).isInstanceOf(JSchException.class);
    assertThatThrownBy(
            () -> SftpClient.byPassword(server.port(), "root", "the password", knownHost()))
        .isInstanceOf(JSchException.class);
    assertThatThrownBy(() -> byKey(stranger)).isInstanceOf(JSchException.class);
  }

  @Test
  void anAuthorisedKeyOpensItToo() throws Exception {
    // Given
    SshKey stranger = SshKey.keptIn(home.resolve("stranger"));

    // When
    Files.writeString(folder.resolve("authorized_keys"), stranger.publicLine() + " a comment\n");

    // Then
    try (SftpClient client = byKey(stranger)) {
      assertThat(client.names("inbox")).isEmpty();
    }
  }

  @Test
  void theUserSeesNothingElse() throws Exception {
    try (SftpClient client = byPassword("the password")) {
      assertThatThrownBy(() -> client.get("../host_key")).isInstanceOf(SftpException.class);
      assertThatThrownBy(() -> client.get(folder.resolve("host_key").toString()))
          .isInstanceOf(SftpException.class);
      assertThatThrownBy(() -> client.raw().symlink("/../host_key", "inbox/link"))
          .isInstanceOf(SftpException.class);
      assertThatThrownBy(() -> client.raw().hardlink("../host_key", "inbox/link"))
          .isInstanceOf(SftpException.class);
      assertThat(client.names("inbox")).isEmpty();
    }
  }

  @Test
  void thereIsNoShell() throws Exception {
    try (SftpClient client = byPassword("the password")) {
      assertThatThrownBy(() -> client.open("shell")).isInstanceOf(JSchException.class);
      assertThatThrownBy(() -> client.raw().getSession().setPortForwardingR(0, "127.0.0.1", 1))
          .isInstanceOf(JSchException.class);
    }
  }

  @Test
  void keysAndFilesOutliveARestartAtTheSamePort() throws Exception {
    // Given
    String before = knownHost();
    try (SftpClient client = byPassword("the password")) {
      client.put("inbox/a.pdf", CONTENT);
    }

    // When
    server.close();
    server.start();

    // Then
    assertThat(knownHost()).isEqualTo(before);
    try (SftpClient client = byPassword("the password")) {
      assertThat(client.get("inbox/a.pdf")).isEqualTo(CONTENT);
    }
  }

  @Test
  void theCommandThatTheBannerShowsWorksAsItIs() throws Exception {
    // Given
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "this machine has no sftp command");
    Path config = server.sshClient().config();
    String command = "echo put docs/sample.pdf | sftp -b - -F '" + config + "' sluice:inbox";

    // When
    Process sftp = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String output = new String(sftp.getInputStream().readAllBytes());

    // Then
    assertThat(sftp.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(sftp.exitValue()).as(output).isZero();
    assertThat(folder.resolve("files/inbox/sample.pdf"))
        .hasSameBinaryContentAs(Path.of("docs/sample.pdf"));
  }

  @Test
  void onlyTheOwnerReadsTheKeys() throws Exception {
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("host_key"))).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("id_ecdsa"))).isEqualTo("rw-------");
  }

  private SftpClient byPassword(String password) throws JSchException {
    return SftpClient.byPassword(server.port(), "sluice", password, knownHost());
  }

  private SftpClient byKey(SshKey key) throws JSchException {
    return SftpClient.byKey(server.port(), "sluice", key.file(), knownHost());
  }

  private String knownHost() {
    return server.sshClient().knownHost();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
