package dev.sluice.embedded;

import com.jcraft.jsch.JSchException;
import dev.sluice.fixture.SftpClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 and an SFTP server for one application, which can be taken away for a while: nobody else
 * misses them.
 */
public final class OwnStores implements AutoCloseable {

  private final Path folder;
  private final Secrets secrets;
  private final S3Server s3;
  private final SftpServer sftp;

  private OwnStores(Path folder) throws Exception {
    PrivateFile.createFolder(folder);
    this.folder = folder;
    this.secrets = Secrets.keptIn(folder.resolve("secrets.properties"));
    this.s3 = S3Server.start(folder.resolve("s3"), PortChoice.any("S3"), secrets);
    this.sftp = SftpServer.start(folder.resolve("sftp"), PortChoice.any("SFTP"), secrets);
  }

  /** Starts both, with their files in a folder. */
  public static OwnStores in(Path folder) {
    try {
      return new OwnStores(folder.toAbsolutePath());
    } catch (Exception failure) {
      throw new IllegalStateException("no stores in " + folder, failure);
    }
  }

  /** What makes an application use these two, and otherwise the servers of all. */
  public Map<String, Object> applicationProperties() {
    return Map.of(
        "sluice.s3.endpoint", s3.endpoint(),
        "sluice.s3.access-key", secrets.s3AccessKey(),
        "sluice.s3.secret-key", secrets.s3SecretKey(),
        "sluice.sftp.port", sftp.port(),
        "sluice.sftp.password", secrets.sftpPassword(),
        "sluice.sftp.known-hosts", sftp.sshClient().knownHost());
  }

  /** A client of the S3 server. */
  public S3Client s3Client() {
    return TestS3.client(s3.endpoint(), secrets.s3AccessKey(), secrets.s3SecretKey());
  }

  /** A client of the SFTP server that has logged in. */
  public SftpClient sftpClient() throws JSchException {
    return SftpClient.byPassword(
        sftp.port(), SftpServer.USER, secrets.sftpPassword(), sftp.sshClient().knownHost());
  }

  /** Where the SFTP server is found. */
  public String sftpAddress() {
    return "sftp://" + SftpServer.HOST + ":" + sftp.port();
  }

  /** The files behind the buckets. */
  public Path objects() {
    return folder.resolve("s3").resolve("objects");
  }

  /** What the SFTP server's user sees. */
  public Path files() {
    return folder.resolve("sftp").resolve("files");
  }

  /** Takes the S3 server away, as an outage does, until it is started again. */
  public void stopS3() throws Exception {
    s3.close();
  }

  /** Brings the S3 server back, at its port and with all it had. */
  public void startS3() throws Exception {
    s3.start();
  }

  /** Takes the SFTP server away, as an outage does, until it is started again. */
  public void stopSftp() throws IOException {
    sftp.close();
  }

  /** Brings the SFTP server back, at its port and with all it had. */
  public void startSftp() throws IOException {
    sftp.start();
  }

  @Override
  public void close() {
    try {
      sftp.close();
      s3.close();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
