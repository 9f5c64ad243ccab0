package dev.sluice.work.parsing;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.Part;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.pdf.ParseOutcome;
import dev.sluice.pdf.ParseScope;
import dev.sluice.pdf.PdfParser;
import dev.sluice.store.ledger.SplitSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.commons.io.function.IOConsumer;
import org.springframework.stereotype.Component;

/** The parsing steps of the routes, which throw a failed outcome as an exception. */
@Component
public class ParserActivator {

  private final PdfParser parser;
  private final SplitSettings settings;

  ParserActivator(PdfParser parser, SplitSettings settings) {
    this.parser = parser;
    this.settings = settings;
  }

  /** Parses a file unless it is large; the pages can be read until the exchange is over. */
  public ParseOutcome parse(
      @Body Path file, @ExchangeProperty("document") Document document, Exchange exchange) {
    ParseScope scope = ParseScope.whole(settings.wholeUpTo());
    return unlessFailed(parser.parse(file, scope, document.ticket().key()), exchange);
  }

  /** Parses one part of a file. */
  public ParseOutcome parsePart(
      @Body Path file, @ExchangeProperty("assignment") Part part, Exchange exchange) {
    ParseScope scope = ParseScope.part(part.pages(), part.plan(), part.before());
    return unlessFailed(parser.parse(file, scope, part.ticket().key()), exchange);
  }

  /** Puts together what was found in parts, as if they had been parsed as a whole. */
  public ParseOutcome gather(
      DocumentMetadata metadata,
      int pages,
      long characters,
      List<Gap> gaps,
      IOConsumer<OutputStream> frames,
      Exchange exchange)
      throws IOException {
    return unlessFailed(parser.gather(metadata, pages, characters, gaps, frames), exchange);
  }

  private static ParseOutcome unlessFailed(ParseOutcome outcome, Exchange exchange) {
    if (outcome instanceof ParseOutcome.Failed failed) {
      throw new FailureException(failed.failure(), Map.of());
    }
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(outcome));
    return outcome;
  }
}
