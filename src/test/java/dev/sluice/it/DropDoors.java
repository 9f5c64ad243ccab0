package dev.sluice.it;

import dev.sluice.embedded.TestStores;
import dev.sluice.fixture.SftpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket and an SFTP folder for one test, and the login by which files are dropped there.
 *
 * @param folder on the SFTP server
 */
public record DropDoors(DropFolder bucket, SftpClient sftp, String folder)
    implements AutoCloseable {

  /** Makes both, under one new name. */
  public static DropDoors create() throws Exception {
    String name = "drops-" + UUID.randomUUID();
    TestStores stores = TestServers.storesOfProcesses();
    S3Client s3 = stores.s3Client();
    s3.createBucket(request -> request.bucket(name));
    SftpClient sftp = stores.sftpClient();
    sftp.mkdir(name);
    return new DropDoors(new DropFolder(s3, name), sftp, name);
  }

  /** What makes Sluice take files from both, soon after they were dropped. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(TestServers.storesOfProcesses().sftpSettings());
    settings.put("SLUICE_S3_DROP_BUCKET", bucket.bucket());
    settings.put("SLUICE_S3_DROP_OWNER", "me");
    settings.put("SLUICE_S3_DROP_PERIOD", "250ms");
    settings.put("SLUICE_S3_DROP_CONCURRENCY", "1");
    settings.put("SLUICE_SFTP_FOLDER", folder);
    settings.put("SLUICE_SFTP_OWNER", "me");
    settings.put("SLUICE_SFTP_POLL_EVERY", "250ms");
    settings.put("SLUICE_SFTP_STABLE_FOR", "500ms");
    settings.put("SLUICE_DROP_LEASE", "3s");
    return settings;
  }

  @Override
  public void close() {
    sftp.close();
    bucket.s3().close();
  }
}
