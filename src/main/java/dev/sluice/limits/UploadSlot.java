package dev.sluice.limits;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** An owner's permission to upload now; it is given back when the request ends, however it ends. */
final class UploadSlot implements AutoCloseable {

  private final UploadSlots slots;
  private final String owner;
  private final int number;
  private final UUID id;
  private final Instant since = Instant.now();
  private final AtomicBoolean closed = new AtomicBoolean();

  UploadSlot(UploadSlots slots, String owner, int number, UUID id) {
    this.slots = slots;
    this.owner = owner;
    this.number = number;
    this.id = id;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      slots.giveBack(this);
    }
  }

  String owner() {
    return owner;
  }

  int number() {
    return number;
  }

  UUID id() {
    return id;
  }

  Instant since() {
    return since;
  }
}
