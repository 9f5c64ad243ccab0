package dev.sluice.failpoint;

import java.util.Collection;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Ends the process as soon as one step has done its work, as kill -9 would. The production jar has
 * nothing to switch on: the tests put this class behind it on the class path.
 */
@Component
@ConditionalOnProperty("sluice.failpoint")
public class Failpoint implements InterceptStrategy {

  private static final int AS_KILLED = 128 + 9;

  private final String step;

  Failpoint(@Value("${sluice.failpoint}") String step) {
    this.step = step;
  }

  /** The line by which the process says that it died where it was told to. */
  public static String lastWords(String step) {
    return "Died right after " + step;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode node, Processor target, Processor next) {
    Step here = Step.of(node);
    return here != null && here.toString().equals(step) ? new Deadly(target) : target;
  }

  private final class Deadly extends DelegateAsyncProcessor {

    Deadly(Processor target) {
      super(target);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      return super.process(
          exchange,
          doneSync -> {
            if (didSomething(exchange)) {
              System.err.println(lastWords(step));
              Runtime.getRuntime().halt(AS_KILLED);
            }
            callback.done(doneSync);
          });
    }
  }

  // A claim that was not won or a sweep that found nothing changed nothing.
  private static boolean didSomething(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    boolean nothing = body == null || body instanceof Collection<?> found && found.isEmpty();
    return exchange.getException() == null && !nothing;
  }
}
