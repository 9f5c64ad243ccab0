package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSchException;
import dev.sluice.fixture.SftpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class OwnStoresTest {

  @TempDir Path folder;

  @Test
  void comeBackAtTheirPortsWithAllTheyHad() throws Exception {
    try (OwnStores stores = OwnStores.in(folder);
        S3Client s3 = stores.s3Client()) {
      // Given
      s3.putObject(put -> put.bucket("sluice-drop").key("in/a"), RequestBody.fromString("blob"));
      try (SftpClient sftp = stores.sftpClient()) {
        sftp.put("inbox/a", new byte[] {1});
      }

      // When
      stores.stopS3();
      stores.stopSftp();

      // Then
      assertThatThrownBy(() -> s3.headBucket(head -> head.bucket("sluice-drop")))
          .isInstanceOf(SdkClientException.class);
      assertThatThrownBy(stores::sftpClient).isInstanceOf(JSchException.class);

      // When
      stores.startS3();
      stores.startSftp();

      // Then
      assertThat(s3.getObjectAsBytes(get -> get.bucket("sluice-drop").key("in/a")).asUtf8String())
          .isEqualTo("blob");
      try (SftpClient sftp = stores.sftpClient()) {
        assertThat(sftp.names("inbox")).containsExactly("a");
      }
    }
  }
}
