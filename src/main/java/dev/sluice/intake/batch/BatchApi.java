package dev.sluice.intake.batch;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.Caller;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on batches; an owner sees its own only. */
@Component
public class BatchApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final Batches batches;
  private final JsonBody json;

  BatchApi(Batches batches, JsonBody json) {
    this.batches = batches;
    this.json = json;
  }

  /** Makes a batch, to be named by uploads, from a body {@code {label?}}, or from none. */
  public BatchView create(@Header(REQUEST) HttpServletRequest http) throws IOException {
    String label =
        json.readOptional(http, NewBatch.class, "{label?}").map(NewBatch::checked).orElse(null);
    return view(batches.create(Caller.of(http).owner(), label));
  }

  /** How a batch stands. */
  public BatchView get(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return find(Caller.of(http).owner(), BatchIntake.parse(id));
  }

  /** How an owner's batch stands. */
  public BatchView find(String owner, BatchId id) {
    return batches.find(owner, id).map(this::view).orElseThrow(BatchIntake::noSuchBatch);
  }

  private BatchView view(Batch batch) {
    return BatchView.of(
        batch,
        batches.counts(batch.id()),
        batches.refused(batch.id()),
        batches.refusals(batch.id()));
  }

  private record NewBatch(String label) {

    /** Longest label, in characters. */
    private static final int LONGEST = 200;

    String checked() {
      if (label != null && label.length() > LONGEST) {
        throw new FailureException(
            FailureCode.BAD_REQUEST, "label may have " + LONGEST + " characters.");
      }
      return label;
    }
  }
}
