package dev.sluice.intake.batch;

import dev.sluice.intake.Arrival;
import dev.sluice.intake.FileResult;
import dev.sluice.intake.Receipt;
import dev.sluice.intake.UploadReport;
import dev.sluice.model.document.DocumentId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one upload adds to a batch.
 *
 * @param names of all its files: what the batch knows of earlier ones by these names is outdated
 */
record BatchAddition(List<DocumentId> documents, List<String> names, List<BatchRefusal> refusals) {

  static BatchAddition of(UploadReport report) {
    return new BatchAddition(
        accepted(report).map(FileResult::id).distinct().toList(),
        report.results().stream().map(BatchAddition::nameOf).distinct().toList(),
        report.results().stream()
            .filter(result -> !result.isAccepted())
            .map(BatchRefusal::of)
            .toList());
  }

  static BatchAddition of(Arrival arrival, Receipt receipt) {
    return new BatchAddition(
        List.of(receipt.id()), List.of(arrival.document().fileName()), List.of());
  }

  private static Stream<FileResult> accepted(UploadReport report) {
    return report.results().stream().filter(FileResult::isAccepted);
  }

  private static String nameOf(FileResult result) {
    return Objects.requireNonNullElse(result.source(), result.fileName());
  }
}
