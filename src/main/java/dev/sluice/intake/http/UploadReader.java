package dev.sluice.intake.http;

import dev.sluice.intake.Arrival;
import dev.sluice.intake.DocumentSpooler;
import dev.sluice.intake.FileName;
import dev.sluice.intake.FileResults;
import dev.sluice.intake.IntakeSettings;
import dev.sluice.intake.SpooledDocument;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.timetable.Profiles;
import dev.sluice.web.access.Caller;
import dev.sluice.web.problem.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The HTTP door: reads an upload to disk and removes the file when the exchange is over. */
@Component
public class UploadReader {

  private final DocumentSpooler spooler;
  private final IntakeSettings settings;
  private final Profiles profiles;

  UploadReader(DocumentSpooler spooler, IntakeSettings settings, Profiles profiles) {
    this.spooler = spooler;
    this.settings = settings;
    this.profiles = profiles;
  }

  /** Reads the one document of the request; throws FailureException on anything that is not one. */
  public Arrival read(
      Exchange exchange, @Header("CamelHttpServletRequest") HttpServletRequest request)
      throws IOException {
    exchange.setProperty(FileResults.REQUEST_ID, RequestId.of(request));
    UploadParameters parameters = UploadParameters.of(request);
    profiles.require(parameters.profile());
    UploadBody.Received received = new UploadBody(request, spooler).read();
    SpooledDocument spooled = received.document();
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(spooled));
    if (parameters.contentDigest() != null) {
      parameters.contentDigest().check(spooled);
    }
    return new Arrival(
        new NewDocument(
            DocumentId.next(),
            Caller.of(request).owner(),
            spooled.sha256(),
            spooled.sizeBytes(),
            FileName.of(received.fileName(), Instant.now()),
            "application/pdf",
            Origin.HTTP,
            null,
            settings.lane(parameters.lane(), spooled.sizeBytes()),
            parameters.profile(),
            parameters.idempotencyKey()),
        spooled.path());
  }
}
