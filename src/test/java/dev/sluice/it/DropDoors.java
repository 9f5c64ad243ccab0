package dev.sluice.it;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import dev.sluice.embedded.EmbeddedServers;
import dev.sluice.embedded.Endpoints;
import dev.sluice.embedded.TestS3;
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
record DropDoors(DropFolder bucket, SftpClient sftp, String folder) implements AutoCloseable {

  /** Makes both, under one new name. */
  static DropDoors create() throws JSchException, SftpException {
    String name = "drops-" + UUID.randomUUID();
    EmbeddedServers servers = TestServers.running();
    Endpoints.Sftp at = servers.endpoints("", "").sftp();
    S3Client s3 = TestS3.client(servers);
    s3.createBucket(request -> request.bucket(name));
    SftpClient sftp = SftpClient.byPassword(at.port(), at.user(), at.password(), at.knownHostKey());
    sftp.mkdir(name);
    return new DropDoors(new DropFolder(s3, name), sftp, name);
  }

  /** What makes Sluice take files from both, soon after they were dropped. */
  Map<String, String> settings() {
    Endpoints.Sftp at = TestServers.running().endpoints("", "").sftp();
    Map<String, String> settings = new HashMap<>();
    settings.put("SLUICE_S3_DROP_BUCKET", bucket.bucket());
    settings.put("SLUICE_S3_DROP_OWNER", "me");
    settings.put("SLUICE_S3_DROP_PERIOD", "250ms");
    settings.put("SLUICE_S3_DROP_CONCURRENCY", "1");
    settings.put("SLUICE_SFTP_HOST", at.host());
    settings.put("SLUICE_SFTP_PORT", String.valueOf(at.port()));
    settings.put("SLUICE_SFTP_USER", at.user());
    settings.put("SLUICE_SFTP_PASSWORD", at.password());
    settings.put("SLUICE_SFTP_KNOWN_HOSTS", at.knownHostKey());
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
