package dev.sluice.ops;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.SpoolFolder;
import dev.sluice.pdf.PdfParser;
import dev.sluice.work.WorkCircuit;
import org.springframework.stereotype.Component;

/** Checks whether the system that work waits for answers again, and then lets work go on. */
@Component
public class OutageProbe {

  private static final long ROOM_BYTES = 16 * 1024 * 1024;

  private final WorkCircuit circuit;
  private final ServerStates states;
  private final PdfParser parser;
  private final SpoolFolder spool;

  OutageProbe(WorkCircuit circuit, ServerStates states, PdfParser parser, SpoolFolder spool) {
    this.circuit = circuit;
    this.states = states;
    this.parser = parser;
    this.spool = spool;
  }

  /** Closes the circuit if what opened it answers; does nothing while it is closed. */
  public void probe() {
    circuit
        .outage()
        .map(WorkCircuit.Outage::code)
        .filter(this::isOver)
        .ifPresent(code -> circuit.close());
  }

  private boolean isOver(FailureCode code) {
    return switch (code) {
      case LEDGER_UNAVAILABLE -> answers(WatchedServer.DATABASE);
      case STORE_UNAVAILABLE -> answers(WatchedServer.STORE);
      case QUEUE_UNAVAILABLE -> answers(WatchedServer.QUEUE);
      case PARSER_UNAVAILABLE -> hasParser();
      case DISK_FULL -> spool.freeBytes() >= ROOM_BYTES;
      default -> true;
    };
  }

  private boolean answers(WatchedServer server) {
    return states.outageOf(server).isEmpty();
  }

  private boolean hasParser() {
    try {
      parser.requireFork();
      return true;
    } catch (FailureException stillNone) {
      return false;
    }
  }
}
