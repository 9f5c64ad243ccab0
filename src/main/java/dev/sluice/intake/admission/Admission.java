package dev.sluice.intake.admission;

import dev.sluice.limits.HoldTime;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.SpoolFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Grants credits for incoming documents at all doors, and refuses while a gate is closed.
 *
 * <p>What a sender announces is a promise, and only large documents have to fit in beside the
 * promises of others: a small one finds room as long as there really is some, whatever other
 * senders announced and do not send. A lone document always finds room among the bytes, however
 * large: its own limit is checked elsewhere.
 */
@Component
public class Admission {

  /** Number of documents of one size that must fit in together for that size to count as small. */
  private static final int SMALL = 1000;

  private static final Duration DISK_WAIT = Duration.ofSeconds(60);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(300);

  private final AdmissionSettings settings;
  private final QueueDepth queue;
  private final LongSupplier disk;
  private final Clock clock;
  private final HoldTime holdTime = new HoldTime();
  private final Map<Gate, LongAdder> refusals = new EnumMap<>(Gate.class);
  private int documents;
  private long promised;
  private long received;

  @Autowired
  Admission(AdmissionSettings settings, QueueDepth queue, SpoolFolder folder) {
    this(settings, queue, folder::freeBytes, Clock.systemUTC());
  }

  Admission(AdmissionSettings settings, QueueDepth queue, LongSupplier disk, Clock clock) {
    this.settings = settings;
    this.queue = queue;
    this.disk = disk;
    this.clock = clock;
    for (Gate gate : Gate.values()) {
      refusals.put(gate, new LongAdder());
    }
  }

  /** Whether there is room for one more; doors that fetch ask this before they look for more. */
  public boolean isOpen() {
    return closedGate().isEmpty();
  }

  /** The gate that is closed to all, however little they bring; empty if none is. */
  public synchronized Optional<Gate> closedGate() {
    return gateClosedTo(1);
  }

  /** Documents that are coming in. */
  public synchronized int documents() {
    return documents;
  }

  /** Bytes of them that have come. */
  public synchronized long bytes() {
    return received;
  }

  /** How many documents the gate has kept out since the start. */
  public long refusals(Gate gate) {
    return refusals.get(gate).sum();
  }

  /**
   * Takes a credit for one document. Throws {@link FailureException} if there is no room; it says
   * when there may be.
   *
   * @param announced its size in bytes, 0 if unknown
   */
  public synchronized Credit enter(long announced) {
    gateClosedTo(announced).ifPresent(this::refuse);
    documents++;
    promised += announced;
    return new Credit(this, clock.instant(), announced);
  }

  synchronized void grow(Credit credit, long size) {
    long more = size - credit.received();
    long unannounced = Math.max(0, size - credit.promised());
    if (documents > 1 && !fits(more)) {
      refuse(Gate.BYTES);
    }
    if (unannounced > 0) {
      requireRoomBesidePromises(size, unannounced);
    }
    received += more;
    promised += unannounced;
  }

  synchronized void leave(Credit credit) {
    documents--;
    promised -= credit.promised();
    received -= credit.received();
    holdTime.note(Duration.between(credit.since(), clock.instant()));
  }

  private Optional<Gate> gateClosedTo(long size) {
    long more = size + promisesBefore(size);
    if (documents >= settings.documents()) {
      return Optional.of(Gate.DOCUMENTS);
    }
    if (documents > 0 && !fits(more)) {
      return Optional.of(Gate.BYTES);
    }
    if (queue.isFull()) {
      return Optional.of(Gate.QUEUE);
    }
    return diskHolds(more) ? Optional.empty() : Optional.of(Gate.DISK);
  }

  private void requireRoomBesidePromises(long size, long unannounced) {
    long more = unannounced + promisesBefore(size);
    if (documents > 1 && !fits(more)) {
      refuse(Gate.BYTES);
    }
    if (!diskHolds(more)) {
      refuse(Gate.DISK);
    }
  }

  // What others announced and have still to send; small documents need not wait for it.
  private long promisesBefore(long size) {
    return size <= settings.bytes().toBytes() / SMALL ? 0 : promised - received;
  }

  private boolean fits(long more) {
    return received + more <= settings.bytes().toBytes();
  }

  private boolean diskHolds(long more) {
    return disk.getAsLong() - more >= settings.freeDisk().toBytes();
  }

  private void refuse(Gate gate) {
    refusals.get(gate).increment();
    throw new FailureException(
        new Failure.Transient(FailureCode.ADMISSION_CLOSED, gate.complaint(), waitFor(gate)));
  }

  private Duration waitFor(Gate gate) {
    Duration wait =
        switch (gate) {
          case DOCUMENTS, BYTES -> holdTime.recent();
          case QUEUE -> queue.untilRoom();
          case DISK -> DISK_WAIT;
        };
    Duration atLeast = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    return atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
  }
}
