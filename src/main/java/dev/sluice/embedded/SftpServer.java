package dev.sluice.embedded;

import dev.sluice.model.spool.PrivateFolder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server in this process: one user, who sees one folder and gets no shell. */
final class SftpServer implements EmbeddedServer {

  static final String HOST = "127.0.0.1";
  static final String USER = "sluice";

  /** Where files are dropped, as the user sees it. */
  static final String INBOX = "inbox";

  private final Path folder;
  private final int port;
  private final Secrets secrets;
  private final SshKey hostKey;
  private final SshKey clientKey;
  private SshServer server;

  private SftpServer(Path folder, int port, Secrets secrets)
      throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.port = port;
    this.secrets = secrets;
    this.hostKey = SshKey.keptIn(folder.resolve("host_key"));
    this.clientKey = SshKey.keptIn(folder.resolve("id_ecdsa"));
  }

  /** Starts it on the files in the folder, and leaves there what OpenSSH's clients need. */
  static SftpServer start(Path folder, PortChoice choice, Secrets secrets)
      throws IOException, GeneralSecurityException {
    PrivateFolder.create(folder);
    SftpServer server = new SftpServer(folder, choice.resolve(), secrets);
    server.start();
    server.sshClient().write();
    return server;
  }

  /** Serves again after it was closed, at the same port. */
  void start() throws IOException {
    server = SshServer.setUpDefaultServer();
    server.setHost(HOST);
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey.pair()));
    server.setPasswordAuthenticator(
        (user, password, session) -> isUser(user) && password.equals(secrets.sftpPassword()));
    server.setPublickeyAuthenticator(authorizedKeys());
    server.setSubsystemFactories(List.of(sftp()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(files()));
    server.start();
  }

  int port() {
    return port;
  }

  /** How OpenSSH's clients reach it. */
  SshClientFiles sshClient() {
    return new SshClientFiles(folder, port, clientKey, hostKey);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private Path files() throws IOException {
    Path files = folder.resolve("files");
    Files.createDirectories(files.resolve(INBOX));
    return files;
  }

  /** The key made for the user, and those that were added to authorized_keys. */
  private PublickeyAuthenticator authorizedKeys() {
    PublickeyAuthenticator others =
        new AuthorizedKeysAuthenticator(folder.resolve("authorized_keys"));
    return (user, key, session) ->
        isUser(user)
            && (KeyUtils.compareKeys(key, clientKey.pair().getPublic())
                || others.authenticate(user, key, session));
  }

  private static SftpSubsystemFactory sftp() {
    SftpSubsystemFactory sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(new NoLinks());
    return sftp;
  }

  private static boolean isUser(String name) {
    return USER.equals(name);
  }

  /** A link could lead out of the folder. */
  private static final class NoLinks implements SftpEventListener {
    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic)
        throws AccessDeniedException {
      throw new AccessDeniedException("links are not allowed");
    }
  }
}
