package dev.sluice.work.parsing;

import dev.sluice.model.document.Assignment;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.RunningParse;
import dev.sluice.store.ledger.DocumentCounts;
import dev.sluice.work.Leases;
import dev.sluice.work.WorkQueue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** What this replica's forks work on or will, and who has to make room for whom. */
@Component
public class RunningWork {

  private final PdfParser parser;
  private final Leases leases;
  private final DocumentCounts counts;
  private final ForkSharing sharing;
  private final boolean hasOneFork;

  /** Of what has a seat, by its ticket's key. */
  private final Map<String, Boolean> isLater = new ConcurrentHashMap<>();

  RunningWork(PdfParser parser, ParserSettings settings, Leases leases, DocumentCounts counts) {
    this.parser = parser;
    this.leases = leases;
    this.counts = counts;
    this.sharing = new ForkSharing(settings.forks(), InstantSource.system());
    this.hasOneFork = settings.forks() == 1;
  }

  /**
   * Lets the ticket's work begin, which counts for the time of the exchange; false if it has to
   * come again later, because others are there who are quicker.
   */
  public boolean enter(
      @Body Ticket ticket, @ExchangeProperty("queue") WorkQueue queue, Exchange exchange) {
    ForkSharing.Seat seat = sharing.enter(ticket.owner(), ticket.later(), queue == WorkQueue.RETRY);
    if (seat != null) {
      isLater.put(ticket.key(), ticket.later());
      exchange
          .getExchangeExtension()
          .addOnCompletion(
              new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                  isLater.remove(ticket.key());
                  sharing.leave(seat);
                }
              });
    }
    return seat != null;
  }

  /** Has work yield that is in the way of others; the only fork is left after a page. */
  public void share() {
    List<ForkSharing.Running> running =
        join(
            (assignment, parse) ->
                new ForkSharing.Running(
                    parse.name(),
                    assignment.document().owner(),
                    isLater.getOrDefault(parse.name(), false),
                    assignment.attempts(),
                    parse.inForkSince().orElse(null)));
    if (sharing.hasLongWork(running)) {
      sharing
          .toYield(running, counts.ownersWaiting())
          .forEach(name -> parser.end(name, FailureCode.PARSER_YIELDED, hasOneFork));
    }
  }

  /** What is in work here, with what is known of its parse. */
  <T> List<T> join(BiFunction<Assignment, RunningParse, T> entry) {
    Map<String, Assignment> held = new HashMap<>();
    leases.held().forEach(assignment -> held.put(assignment.ticket().key(), assignment));
    List<T> entries = new ArrayList<>();
    parser
        .running()
        .forEach(
            (name, parse) -> {
              if (held.containsKey(name)) {
                entries.add(entry.apply(held.get(name), parse));
              }
            });
    return entries;
  }
}
