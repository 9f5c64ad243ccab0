package dev.sluice.intake.resumable;

import dev.sluice.intake.Arrival;
import dev.sluice.intake.Receipt;
import dev.sluice.intake.UploadReport;
import dev.sluice.intake.batch.BatchIntake;
import dev.sluice.intake.batch.RequestedBatch;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the last piece of an upload, now that all of it is received. In one transaction with what
 * it adds to a batch, so that an upload that is sent again makes no second one.
 */
@Component
public class UploadCompletion {

  private final ResumableUploads uploads;
  private final BatchIntake batches;
  private final TransactionTemplate transaction;

  UploadCompletion(ResumableUploads uploads, BatchIntake batches, TransactionTemplate transaction) {
    this.uploads = uploads;
    this.batches = batches;
    this.transaction = transaction;
  }

  /** Finishes an upload that became a document. */
  public void finish(UploadPatch patch, Arrival arrival, Receipt receipt) {
    ResumableUpload upload = patch.upload();
    transaction.executeWithoutResult(
        status -> {
          batches.add(batchOf(upload), arrival, receipt);
          require(uploads.finish(upload, receipt.id(), receipt.duplicate()));
        });
  }

  /**
   * Finishes an upload that was an archive. If some of its files may be accepted later, the last
   * piece does not count, so that its sender comes again; if none was accepted, the upload ends.
   */
  public void finishArchive(UploadPatch patch, UploadReport report) {
    Optional<Failure> passing = report.passingFailure();
    if (passing.isPresent()) {
      throw new FailureException(passing.get(), report.facts());
    }
    UploadReport collected = transaction.execute(status -> collect(patch.upload(), report));
    if (collected.getAccepted() == 0) {
      throw new FailureException(collected.failure(), collected.facts());
    }
  }

  private UploadReport collect(ResumableUpload upload, UploadReport report) {
    UploadReport collected = batches.collect(batchOf(upload), report);
    if (collected.getAccepted() == 0) {
      uploads.end(upload.id());
    } else {
      require(uploads.finish(upload, collected.batch()));
    }
    return collected;
  }

  private static RequestedBatch batchOf(ResumableUpload upload) {
    return new RequestedBatch(upload.owner(), UploadMetadata.of(upload.metadata()).batch());
  }

  private static void require(boolean finished) {
    if (!finished) {
      throw new FailureException(FailureCode.OFFSET_MISMATCH, "A concurrent request was faster.");
    }
  }
}
