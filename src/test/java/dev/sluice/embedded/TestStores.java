package dev.sluice.embedded;

import com.jcraft.jsch.JSchException;
import dev.sluice.fixture.SftpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 and an SFTP server in this process, for processes that a test starts. */
public final class TestStores {

  private final SeparateServers files;
  private final Map<String, String> environment;
  private final int s3Port;
  private final int sftpPort;

  private TestStores(Path folder) throws Exception {
    this.files = new SeparateServers(folder);
    Secrets secrets = SeparateServers.secretsIn(folder);
    S3Server s3 = S3Server.start(folder.resolve("s3"), PortChoice.any("s3"), secrets);
    this.s3Port = URI.create(s3.endpoint()).getPort();
    this.sftpPort =
        SftpServer.start(folder.resolve("sftp"), PortChoice.any("sftp"), secrets).port();
    this.environment = files.environment(s3Port, sftpPort);
  }

  /** Starts both on an empty folder; they end with this process. */
  public static TestStores start(Path folder) {
    try {
      return new TestStores(folder);
    } catch (Exception failure) {
      throw new IllegalStateException("the stores do not start", failure);
    }
  }

  /** What lets a process keep its originals in S3, as environment variables. */
  public Map<String, String> s3Settings() {
    return settings(key -> key.startsWith("SLUICE_S3_") && !key.startsWith("SLUICE_S3_DROP"));
  }

  /** What lets a process log in to SFTP, as environment variables. */
  public Map<String, String> sftpSettings() {
    return settings(key -> key.startsWith("SLUICE_SFTP_"));
  }

  private Map<String, String> settings(Predicate<String> wanted) {
    return environment.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Makes a bucket. */
  public void createBucket(String name) {
    try (S3Client s3 = s3Client()) {
      s3.createBucket(create -> create.bucket(name));
    }
  }

  /** A client of S3. */
  public S3Client s3Client() {
    return files.s3Client(s3Port);
  }

  /** A client of SFTP. */
  public SftpClient sftpClient() throws JSchException, IOException, GeneralSecurityException {
    return files.sftpClient(sftpPort);
  }
}
