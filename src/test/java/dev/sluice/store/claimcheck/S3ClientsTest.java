package dev.sluice.store.claimcheck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ClientsTest {

  @TempDir Path folder;

  @Test
  void aFileWithoutAuthoritiesIsRefusedByTheNameOfItsKey() throws Exception {
    Path authority = new TestAuthority("own").write(folder.resolve("for us, 100% #1.pem"));
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

    assertThatCode(() -> trusting(authority)).doesNotThrowAnyException();
    assertThatThrownBy(() -> trusting(text))
        .hasMessageStartingWith("sluice.s3.ca-file holds no certificates");
    assertThatThrownBy(() -> trusting(folder.resolve("missing.pem")))
        .hasMessageStartingWith("sluice.s3.ca-file must be a file that can be read");
  }

  private static S3Clients trusting(Path caFile) {
    return new S3Clients(new S3Settings(null, "us-east-1", null, null, false, caFile.toString()));
  }
}
