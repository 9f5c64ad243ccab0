package dev.sluice.intake.batch;

import dev.sluice.intake.Arrival;
import dev.sluice.intake.Receipt;
import dev.sluice.intake.UploadReport;
import dev.sluice.model.document.BatchId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Puts what uploads bring into batches: those that their senders name, or new ones. */
@Component
public class BatchIntake {

  /** The query parameter, and the key of tus metadata, that names a batch. */
  public static final String PARAMETER = "batch";

  private final Batches batches;

  BatchIntake(Batches batches) {
    this.batches = batches;
  }

  /** Where the request's documents belong; throws FailureException if there is no such batch. */
  public RequestedBatch named(@Header("CamelHttpServletRequest") HttpServletRequest http) {
    RequestedBatch named =
        new RequestedBatch(Caller.of(http).owner(), parse(http.getParameter(PARAMETER)));
    require(named);
    return named;
  }

  /** The id that a sender gave, or null for null; throws FailureException if it is none. */
  public static BatchId parse(String text) {
    try {
      return text == null ? null : BatchId.of(text);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "A batch's id is a UUID.", e);
    }
  }

  /** Throws FailureException if the sender named a batch that is not there, or not its own. */
  public void require(RequestedBatch batch) {
    if (batch.isNamed() && !batches.use(batch.owner(), batch.id())) {
      throw noSuchBatch();
    }
  }

  /** Adds a document that came by itself to the batch that its sender named, if any. */
  public Receipt add(
      @ExchangeProperty("batch") RequestedBatch batch,
      @ExchangeProperty("arrival") Arrival arrival,
      @Body Receipt receipt) {
    if (batch.isNamed()) {
      add(batch, BatchAddition.of(arrival, receipt));
    }
    return receipt;
  }

  /**
   * Adds all files of an upload, also those that were refused, to the batch that its sender named,
   * or else to a new one. Without a document there is no new one.
   */
  public UploadReport collect(
      @ExchangeProperty("batch") RequestedBatch batch, @Body UploadReport report) {
    BatchAddition addition = BatchAddition.of(report);
    if (batch.isNamed()) {
      add(batch, addition);
      return report.in(batch.id());
    }
    return addition.documents().isEmpty()
        ? report
        : report.in(batches.addToNew(batch.owner(), addition));
  }

  private void add(RequestedBatch batch, BatchAddition addition) {
    if (!batches.add(batch.owner(), batch.id(), addition)) {
      throw noSuchBatch();
    }
  }

  static FailureException noSuchBatch() {
    return new FailureException(FailureCode.NOT_FOUND, "There is no such batch.");
  }
}
