package dev.sluice.parse;

import dev.sluice.failure.FailureException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** The parsing step of the routes: an outcome that failed is an exception like any other. */
@Component
public class DocumentParser {

  private final PdfParser parser;

  DocumentParser(PdfParser parser) {
    this.parser = parser;
  }

  /** Parses a file; the pages can be read until the exchange is over. */
  public ParseOutcome.Parsed parse(@Body Path file, Exchange exchange) {
    ParseOutcome outcome = parser.parse(file);
    if (outcome instanceof ParseOutcome.Failed failed) {
      throw new FailureException(failed.failure(), Map.of());
    }
    ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) outcome;
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                parsed.close();
              }
            });
    return parsed;
  }
}
