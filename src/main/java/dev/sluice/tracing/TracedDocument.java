package dev.sluice.tracing;

import dev.sluice.intake.Arrival;
import dev.sluice.intake.Receipt;
import dev.sluice.model.document.Assignment;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.FailureException;
import dev.sluice.notify.Delivery;
import dev.sluice.notify.DeliveryResponse;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** What a span says of a document: ids and codes, never names, addresses or content. */
final class TracedDocument {

  /** The attribute with the document's id. */
  static final String ID = "sluice.document.id";

  private TracedDocument() {}

  /** Describes the document of an exchange, and how the step ended. */
  static void describe(Exchange exchange, Span span) {
    id(exchange).ifPresent(id -> span.setAttribute(ID, id.toString()));
    if (exchange.getProperty("assignment") instanceof Assignment assignment) {
      span.setAttribute("sluice.attempt", assignment.attempts());
      if (assignment.ticket().part() != null) {
        span.setAttribute("sluice.part", assignment.ticket().part());
      }
    }
    if (exchange.getMessage().getBody() instanceof DeliveryResponse response) {
      describe(response, span);
    }
    if (exchange.getException() != null) {
      fail(span, code(exchange.getException()));
    }
  }

  private static void describe(DeliveryResponse response, Span span) {
    if (response.result() != DeliveryResponse.Result.DELIVERED) {
      fail(span, response.result().label());
    }
  }

  private static void fail(Span span, String code) {
    span.setStatus(StatusCode.ERROR);
    span.setAttribute("error.type", code);
  }

  /** Messages of exceptions may hold what is nobody's business. */
  private static String code(Exception exception) {
    return exception instanceof FailureException failure
        ? failure.failure().code().label()
        : exception.getClass().getSimpleName();
  }

  /** The document that an exchange is about; empty if there is none, or none yet. */
  static Optional<DocumentId> id(Exchange exchange) {
    return Stream.of(
            exchange.getMessage().getBody(),
            exchange.getProperty("receipt"),
            exchange.getProperty("assignment"),
            exchange.getProperty("delivery"),
            exchange.getProperty("ticket"),
            exchange.getProperty("arrival"))
        .flatMap(holder -> idIn(holder).stream())
        .findFirst();
  }

  private static Optional<DocumentId> idIn(Object holder) {
    if (holder instanceof Receipt receipt) {
      return Optional.of(receipt.id());
    } else if (holder instanceof Ticket ticket) {
      return Optional.of(ticket.documentId());
    } else if (holder instanceof Assignment assignment) {
      return Optional.of(assignment.document().id());
    } else if (holder instanceof Delivery delivery) {
      return Optional.ofNullable(delivery.event().documentId());
    } else if (holder instanceof Arrival arrival) {
      return Optional.of(arrival.document().id());
    }
    return Optional.empty();
  }
}
