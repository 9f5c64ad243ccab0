package dev.sluice.intake.admission;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.util.unit.DataSize;

/** Admission rules for tests. */
public final class Admissions {

  static final long FREE_DISK = 100;

  private Admissions() {}

  /** Admits this many documents and bytes at once, with an empty queue and an endless disk. */
  public static Admission of(int documents, long bytes) {
    return of(documents, bytes, () -> Long.MAX_VALUE, Clock.systemUTC());
  }

  static Admission of(int documents, long bytes, LongSupplier disk, Clock clock) {
    AdmissionSettings settings = settings(documents, bytes);
    return new Admission(settings, new QueueDepth(settings, clock), disk, clock);
  }

  /** A queue may hold ten, the disk must keep 100 bytes free. */
  static AdmissionSettings settings(int documents, long bytes) {
    return new AdmissionSettings(
        documents, DataSize.ofBytes(bytes), 10, Duration.ofSeconds(5), DataSize.ofBytes(FREE_DISK));
  }
}
