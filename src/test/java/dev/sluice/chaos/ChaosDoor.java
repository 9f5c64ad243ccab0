package dev.sluice.chaos;

import java.util.List;

/** A way in, as a real sender uses it. */
interface ChaosDoor {

  String name();

  /** How many documents come together at most. */
  default int limit() {
    return 1;
  }

  /**
   * Sends what is left of a sending; returns the documents that were answered neither by a receipt
   * nor by a refusal for good. Throws whatever when there was no answer: then all are sent again.
   */
  List<CorpusPdf> send(Sending sending, List<CorpusPdf> left) throws Exception;
}
