package dev.sluice.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.sshd.client.config.hosts.KnownHostHashValue;

/**
 * The files by which OpenSSH's clients reach the embedded SFTP server. With them, {@code sftp -F
 * ssh_config sluice} asks neither for a password nor about the host's key.
 */
record SshClientFiles(Path folder, int port, SshKey clientKey, SshKey hostKey) {

  /** Writes them again, for the port may have changed. */
  void write() throws IOException {
    write(folder.resolve("known_hosts"), knownHost() + "\n");
    write(config(), configText());
  }

  /** The client's configuration; it names a host called sluice. */
  Path config() {
    return folder.resolve("ssh_config");
  }

  /** The server's key, as one line of a known_hosts file. */
  String knownHost() {
    return KnownHostHashValue.createHostPattern(SftpServer.HOST, port) + " " + hostKey.publicLine();
  }

  private String configText() {
    return """
        Host sluice
          HostName %s
          Port %d
          User %s
          IdentityFile %s
          IdentitiesOnly yes
          UserKnownHostsFile %s
          StrictHostKeyChecking yes
        """
        .formatted(
            SftpServer.HOST,
            port,
            SftpServer.USER,
            quoted(clientKey.file()),
            quoted(folder.resolve("known_hosts")));
  }

  /** A percent sign would begin one of the client's own placeholders. */
  private static String quoted(Path path) {
    return '"' + path.toString().replace("%", "%%") + '"';
  }

  private static void write(Path file, String text) throws IOException {
    new PrivateFile(file).write(text.getBytes(StandardCharsets.UTF_8));
  }
}
