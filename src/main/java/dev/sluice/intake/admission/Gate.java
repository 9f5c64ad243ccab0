package dev.sluice.intake.admission;

import java.util.Locale;

/** A limit that closes all doors when it is reached. */
public enum Gate {
  /** The documents that may come in at once. */
  DOCUMENTS("Too many documents are coming in."),
  /** Their bytes together. */
  BYTES("Too many bytes are coming in."),
  /** The documents that may wait to be worked on. */
  QUEUE("Too many documents wait to be worked on."),
  /** The disk on which documents are put down. */
  DISK("The disk is nearly full.");

  private final String complaint;

  Gate(String complaint) {
    this.complaint = complaint;
  }

  /** The name used in health and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String complaint() {
    return complaint;
  }
}
