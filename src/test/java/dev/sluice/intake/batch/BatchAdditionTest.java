package dev.sluice.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.intake.FileResult;
import dev.sluice.intake.UploadReport;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchAdditionTest {

  private static final DocumentId ONE = DocumentId.next();
  private static final DocumentId OTHER = DocumentId.next();

  @Test
  void eachDocumentIsAddedOnceAndEachRefusalForItself() {
    // When
    BatchAddition addition =
        BatchAddition.of(
            new UploadReport(
                null,
                List.of(
                    accepted("a.pdf", null, ONE),
                    refused("b.txt", null),
                    accepted("a.pdf", "x.zip!/in/a.pdf", OTHER),
                    refused("b.txt", null),
                    accepted("twin.pdf", null, ONE))));

    // Then
    assertThat(addition.documents()).containsExactly(ONE, OTHER);
    assertThat(addition.names()).containsExactly("a.pdf", "b.txt", "x.zip!/in/a.pdf", "twin.pdf");
    assertThat(addition.refusals())
        .extracting(BatchRefusal::fileName)
        .containsExactly("b.txt", "b.txt");
  }

  private static FileResult accepted(String name, String source, DocumentId id) {
    return new FileResult(
        name, source, id, DocumentState.RECEIVED, 1L, "00", false, Map.of(), null);
  }

  private static FileResult refused(String name, String source) {
    Problem problem =
        Problem.of(Failure.of(FailureCode.NOT_A_PDF, "It is none."), Map.of(), "request");
    return new FileResult(name, source, null, null, null, null, null, Map.of(), problem);
  }
}
