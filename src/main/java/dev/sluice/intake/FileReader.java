package dev.sluice.intake;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.spool.CloseAfterExchange;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Reads a file to disk, bounded and checked, and lets go of it when the exchange is over. */
@Component
public class FileReader {

  private final DocumentSpooler spooler;
  private final IntakeSettings settings;

  FileReader(DocumentSpooler spooler, IntakeSettings settings) {
    this.spooler = spooler;
    this.settings = settings;
  }

  /** Reads the file; throws FailureException on anything that is neither a PDF nor an archive. */
  public SpooledDocument read(@Body IncomingFile file, Exchange exchange) throws IOException {
    SpooledDocument spooled;
    try (InputStream content = file.content().open()) {
      spooled = spooler.spool(content, file.announced(), file.place());
    }
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(spooled));
    return spooled;
  }

  /** The file as a document to be received. */
  public Arrival arrival(
      @ExchangeProperty("incoming") IncomingFile file, @Body SpooledDocument spooled) {
    Sender sender = file.sender();
    return new Arrival(
        new NewDocument(
            DocumentId.next(),
            sender.owner(),
            spooled.sha256(),
            spooled.sizeBytes(),
            file.name(),
            "application/pdf",
            sender.origin(),
            file.source(),
            settings.lane(sender.lane(), spooled.sizeBytes()),
            sender.profile(),
            null),
        spooled.path());
  }
}
