package dev.sluice.intake.sftp;

import static dev.sluice.intake.sftp.RemoteFiles.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSchException;
import dev.sluice.fixture.Intakes;
import dev.sluice.intake.PollingStatus;
import dev.sluice.intake.PollingStatuses;
import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Admissions;
import dev.sluice.intake.admission.Credit;
import dev.sluice.model.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SftpPollingTest {

  private final Admission admission = Admissions.of(1, 1000);
  private final PollingStatus status = PollingStatuses.fresh();
  private final SftpPolling polling =
      new SftpPolling(
          new SftpDoor(Intakes.open(), RemoteFiles.settings("", true, rule("", "me"))),
          admission,
          status,
          null);

  @Test
  void whileThereIsNoRoomNoFilesAreLookedFor() {
    assertThat(polling.begin(null, null)).isTrue();
    try (Credit taken = admission.enter(1)) {
      assertThat(polling.begin(null, null)).isFalse();
    }
    assertThat(polling.begin(null, null)).isTrue();
  }

  @Test
  void aConnectionThatIsMadeAgainAtOnceIsNoNews(CapturedOutput output) {
    fail("inputstream is closed");
    succeed();

    assertThat(status.troubleOf(SftpDoor.ROUTE)).isEmpty();
    assertThat(output.getAll()).isEmpty();
  }

  @Test
  void aServerThatIsGoneIsToldOfOnceAndItsReturnOnce(CapturedOutput output) {
    // When
    fail("inputstream is closed");
    fail("Connection refused");
    fail("Connection refused");
    fail("Connection refused");

    // Then
    assertThat(status.troubleOf(SftpDoor.ROUTE)).contains(FailureCode.SOURCE_UNAVAILABLE);
    assertThat(output.getAll().lines())
        .singleElement()
        .asString()
        .contains("source-unavailable", "sftp://127.0.0.1/: Connection refused");

    // When
    succeed();
    succeed();

    // Then
    assertThat(status.troubleOf(SftpDoor.ROUTE)).isEmpty();
    assertThat(output.getAll().lines()).hasSize(2).last().asString().contains("Works again");
  }

  private void fail(String message) {
    polling.begin(null, null);
    polling.handleException("poll", new RuntimeException(new JSchException(message)));
  }

  private void succeed() {
    polling.begin(null, null);
    polling.commit(null, null, 0);
  }
}
