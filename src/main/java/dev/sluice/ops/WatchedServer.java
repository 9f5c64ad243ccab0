package dev.sluice.ops;

import dev.sluice.model.failure.FailureCode;
import java.util.Arrays;
import java.util.Optional;

/** A server that Sluice depends on, with its name in health and metrics. */
enum WatchedServer {
  DATABASE("db", "The database", FailureCode.LEDGER_UNAVAILABLE),
  STORE("s3", "The object store", FailureCode.STORE_UNAVAILABLE),
  QUEUE("kafka", "The queue", FailureCode.QUEUE_UNAVAILABLE);

  private final String label;
  private final String title;
  private final FailureCode outage;

  WatchedServer(String label, String title, FailureCode outage) {
    this.label = label;
    this.title = title;
    this.outage = outage;
  }

  /** The server whose fault failures of this code are. */
  static Optional<WatchedServer> behind(FailureCode code) {
    return Arrays.stream(values()).filter(server -> server.outage == code).findFirst();
  }

  String label() {
    return label;
  }

  /** How people call it, at the beginning of a sentence. */
  String title() {
    return title;
  }

  /** The failure of what needs it while it does not answer. */
  FailureCode outage() {
    return outage;
  }
}
