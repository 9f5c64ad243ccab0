package dev.sluice.admission;

import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import org.springframework.stereotype.Component;

/**
 * Grants credits for what comes in, by whatever door, and refuses when there is no room. A lone
 * document always finds room, however large: its own limit is another one's business.
 */
@Component
public class Admission {

  private final AdmissionSettings settings;
  private int documents;
  private long bytes;

  Admission(AdmissionSettings settings) {
    this.settings = settings;
  }

  /** Whether there is room for one more; doors that fetch ask this before they look for more. */
  public synchronized boolean isOpen() {
    return documents < settings.documents() && bytes < settings.bytes().toBytes();
  }

  /**
   * Takes a credit for one document. Throws {@link FailureException} if there is no room.
   *
   * @param expected its bytes, 0 if nobody said
   */
  public synchronized Credit enter(long expected) {
    if (documents >= settings.documents()) {
      throw closed("Too many documents are coming in.");
    }
    requireRoom(expected);
    documents++;
    bytes += expected;
    return new Credit(this, expected);
  }

  synchronized void grow(long more) {
    requireRoom(more);
    bytes += more;
  }

  synchronized void leave(long size) {
    documents--;
    bytes -= size;
  }

  private void requireRoom(long more) {
    if (bytes > 0 && bytes + more > settings.bytes().toBytes()) {
      throw closed("Too many bytes are coming in.");
    }
  }

  private static FailureException closed(String detail) {
    return new FailureException(FailureCode.ADMISSION_CLOSED, detail);
  }
}
