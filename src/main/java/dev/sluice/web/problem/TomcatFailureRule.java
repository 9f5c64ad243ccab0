package dev.sluice.web.problem;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureRule;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.springframework.stereotype.Component;

/** Recognises bodies that break the rules of HTTP: chunks that are none, or too many trailers. */
@Component
class TomcatFailureRule implements FailureRule {

  private static final String HEADERS = "org.apache.tomcat.util.http.MimeHeaders";

  @Override
  public Optional<FailureCode> codeOf(Throwable exception) {
    return exception instanceof BadRequestException || isTooManyTrailers(exception)
        ? Optional.of(FailureCode.BAD_REQUEST)
        : Optional.empty();
  }

  /** Tomcat has no exception of its own for them. */
  private static boolean isTooManyTrailers(Throwable exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    return exception instanceof IllegalStateException
        && trace.length > 0
        && trace[0].getClassName().equals(HEADERS);
  }
}
