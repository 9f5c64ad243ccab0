package dev.sluice.admission;

import org.springframework.util.unit.DataSize;

/** Admission rules for tests. */
public final class Admissions {

  private Admissions() {}

  /** So many documents and bytes at once. */
  public static Admission of(int documents, long bytes) {
    return new Admission(new AdmissionSettings(documents, DataSize.ofBytes(bytes)));
  }
}
