package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.Problem;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UploadReportTest {

  private static final IncomingFile FILE =
      new IncomingFile(
          new Sender("me", Origin.HTTP, Lane.BULK, "auto"),
          "a.pdf",
          null,
          -1,
          InputStream::nullInputStream);

  @Test
  void outagesAloneAreAnOutage() {
    UploadReport report =
        report(FailureCode.STORE_UNAVAILABLE).plus(report(FailureCode.ADMISSION_CLOSED));

    assertThat(report.failure().code()).isEqualTo(FailureCode.STORE_UNAVAILABLE);
    assertThat(report.isWorthAnotherTry()).isTrue();
  }

  @Test
  void oneBadFileMakesItTheSendersFaultToo() {
    UploadReport report =
        report(FailureCode.STORE_UNAVAILABLE, FailureCode.NOT_A_PDF)
            .plus(report(FailureCode.NOT_A_PDF));

    assertThat(report.failure().code()).isEqualTo(FailureCode.NOTHING_ACCEPTED);
    assertThat(report.failure().detail())
        .isEqualTo("No file was accepted: store-unavailable, not-a-pdf.");
    assertThat(report.isWorthAnotherTry()).isTrue();
    assertThat(report.facts()).containsEntry("rejected", 3L).containsEntry("accepted", 0L);
  }

  @Test
  void theFirstFailureThatMayPassIsToldWithItsDelay() {
    UploadReport report = report(FailureCode.NOT_A_PDF, FailureCode.LEDGER_UNAVAILABLE);

    assertThat(report.passingFailure())
        .contains(Failure.of(FailureCode.LEDGER_UNAVAILABLE, "detail"));
    assertThat(report(FailureCode.NOT_A_PDF).passingFailure()).isEmpty();
  }

  @Test
  void aReportNamesTheBatchOfItsDocuments() {
    BatchId batch = BatchId.next();
    UploadReport report = report(FailureCode.NOT_A_PDF).in(batch);

    assertThat(report.plus(report).facts()).containsEntry("batch", batch);
    assertThat(report.getBatchLocation()).isEqualTo("/api/v1/uploads/batches/" + batch);
    assertThat(report(FailureCode.NOT_A_PDF).facts()).doesNotContainKey("batch");
    assertThat(report(FailureCode.NOT_A_PDF).getBatchLocation()).isNull();
  }

  private static UploadReport report(FailureCode... codes) {
    List<FileResult> results =
        Stream.of(codes)
            .map(code -> Problem.of(Failure.of(code, "detail"), Map.of(), "id"))
            .map(problem -> FileResult.refused(FILE, problem))
            .toList();
    return new UploadReport(null, results);
  }
}
