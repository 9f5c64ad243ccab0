package dev.sluice.it;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import dev.sluice.fixture.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Debian's sshd as the current user runs it: SFTP only, login by a key. */
public final class OpenSshServer implements AutoCloseable {

  public static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private Process process;

  public OpenSshServer(Path folder) throws Exception {
    this.folder = folder;
    this.port = Ports.free();
    Files.createDirectories(inbox());
    Files.writeString(folder.resolve("authorized_keys"), newKey("client") + "\n");
    newKey("host");
    newKey("another_host");
  }

  /** Starts it with a host key. */
  public OpenSshServer start(String hostKey) throws IOException {
    createPrivilegeSeparationFolder();
    Path config = folder.resolve("sshd_config");
    Files.writeString(config, configWith(hostKey));
    process =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    Awaitility.await()
        .failFast("it ended, see its log", () -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> connect());
    return this;
  }

  public int port() {
    return port;
  }

  public String user() {
    return System.getProperty("user.name");
  }

  /** Where files are dropped. */
  public Path inbox() {
    return folder.resolve("files/inbox");
  }

  public Path clientKey() {
    return folder.resolve("client");
  }

  /** The line of a known_hosts file that trusts a host key. */
  public String knownHost(String hostKey) throws IOException {
    return "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve(hostKey + ".pub")).strip();
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      // The connections that it serves live in processes of their own.
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private String configWith(String hostKey) {
    return String.join(
        "\n",
        "ListenAddress 127.0.0.1",
        "Port " + port,
        "HostKey " + folder.resolve(hostKey),
        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
        "PidFile none",
        "StrictModes no",
        "UsePAM no",
        "PasswordAuthentication no",
        "Subsystem sftp internal-sftp",
        "ForceCommand internal-sftp -d " + folder.resolve("files"),
        "");
  }

  private boolean connect() throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      return socket.isConnected();
    }
  }

  /** Root's sshd insists on it; Debian's service makes it when it starts. */
  private void createPrivilegeSeparationFolder() throws IOException {
    if (user().equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
  }

  private String newKey(String name) throws JSchException, IOException {
    KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
    Path file = folder.resolve(name);
    pair.writePrivateKey(file.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    pair.writePublicKey(file + ".pub", "");
    return Files.readString(Path.of(file + ".pub")).strip();
  }
}
