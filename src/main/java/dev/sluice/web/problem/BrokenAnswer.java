package dev.sluice.web.problem;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes with its request that an answer could not be written to its end. Camel ends such an answer
 * as if it were whole; {@link BrokenAnswerFilter} then breaks the connection.
 */
public final class BrokenAnswer extends SynchronizationAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(BrokenAnswer.class);
  private static final String ATTRIBUTE = BrokenAnswer.class.getName();

  private final ServletRequest request;

  private BrokenAnswer(ServletRequest request) {
    this.request = request;
  }

  /** Watches the answer to a request, whose length is not known before its end. */
  public static void watch(Exchange exchange, ServletRequest request) {
    exchange.getExchangeExtension().addOnCompletion(new BrokenAnswer(request));
  }

  @Override
  public void onFailure(Exchange exchange) {
    try {
      request.setAttribute(ATTRIBUTE, cause(exchange));
    } catch (IllegalStateException recycled) {
      LOG.debug("The caller hung up, and the server took its request back", recycled);
    }
  }

  /** What broke the answer of a request off; empty if nothing did. */
  static Optional<IOException> of(ServletRequest request) {
    return Optional.ofNullable((IOException) request.getAttribute(ATTRIBUTE));
  }

  private static IOException cause(Exchange exchange) {
    return exchange.getException() instanceof IOException known
        ? known
        : new IOException("The answer could not be completed.", exchange.getException());
  }
}
