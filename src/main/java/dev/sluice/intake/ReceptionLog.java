package dev.sluice.intake;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.NewDocument;
import dev.sluice.web.problem.RequestId;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Says once of each document that it was received, and how it came. */
@Component
public class ReceptionLog {

  private static final Logger LOG = LoggerFactory.getLogger(ReceptionLog.class);

  /** Logs a receipt; the request's id is null for what was dropped. */
  public void note(
      @Body Receipt receipt,
      @ExchangeProperty("arrival") Arrival arrival,
      @ExchangeProperty(FileResults.REQUEST_ID) String requestId) {
    NewDocument document = arrival.document();
    try (var id = MDC.putCloseable(DocumentId.LOG_KEY, receipt.id().toString());
        var request = MDC.putCloseable(RequestId.LOG_KEY, requestId)) {
      LOG.info(
          "Received{} by {}: {} bytes of {}",
          receipt.duplicate() ? " again" : "",
          document.origin().label(),
          document.sizeBytes(),
          document.owner());
    }
  }
}
