package dev.sluice.web.problem;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs answers that could not be written, except to callers that hung up. */
@Component
public class BrokenResponse implements ExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(BrokenResponse.class);

  @Override
  public void handleException(Throwable exception) {
    handleException("An answer broke off", null, exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(message, null, exception);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable exception) {
    if (isHangUp(exception)) {
      LOG.debug("The caller hung up before its answer was complete");
    } else {
      LOG.warn("An answer broke off", exception);
    }
  }

  private static boolean isHangUp(Throwable exception) {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof ClientAbortException || isRecycled(cause));
  }

  /**
   * Recognises Tomcat's recycled request of a caller that is gone, which has no exception type of
   * its own.
   */
  private static boolean isRecycled(Throwable cause) {
    return cause instanceof IllegalStateException
        && cause.getMessage() != null
        && cause.getMessage().contains("recycled");
  }
}
