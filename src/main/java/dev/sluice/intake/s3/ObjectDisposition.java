package dev.sluice.intake.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.intake.DropLeases;
import dev.sluice.intake.DropNote;
import dev.sluice.intake.FreeNames;
import dev.sluice.intake.UploadReport;
import org.springframework.stereotype.Component;

/**
 * Moves, deletes or keeps a dropped object once all its content is received or refused for good.
 */
@Component
public class ObjectDisposition {

  /** Largest object that S3 copies in one request, in bytes. */
  private static final long LARGEST_MOVE = 5L << 30;

  private final DropBucket bucket;
  private final DropKeys keys;
  private final DropLeases leases;
  private final S3DropSettings settings;
  private final ObjectMapper json;

  ObjectDisposition(
      DropBucket bucket, DropLeases leases, S3DropSettings settings, ObjectMapper json) {
    this.bucket = bucket;
    this.keys = new DropKeys(settings);
    this.leases = leases;
    this.settings = settings;
    this.json = json;
  }

  /**
   * Writes a receipt or a report, then moves, deletes or leaves the object; under a name that
   * nothing has there. An object that may be accepted later stays as it is; whoever meets it after
   * its claim has run out takes it again. So does one that another replica has taken over: it is
   * settled there.
   */
  public void settle(DroppedObject object, UploadReport report) throws JsonProcessingException {
    if (report.isWorthAnotherTry() || !leases.isStillHeld(object.drop())) {
      return;
    }
    boolean accepted = report.getAccepted() > 0;
    byte[] note = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(DropNote.of(report));
    for (String mark : FreeNames.marks(object.written())) {
      if (settle(object, accepted, note, mark)) {
        return;
      }
    }
    throw FreeNames.exhausted(object.ref());
  }

  /** False if something has the names with this mark. */
  private boolean settle(DroppedObject object, boolean accepted, byte[] note, String mark) {
    String noteKey = accepted ? keys.receipt(object.key(), mark) : keys.report(object.key(), mark);
    boolean noted = !accepted || settings.receipts();
    if (noted && !bucket.create(noteKey, note)) {
      return false;
    }
    if (!clear(object, accepted, mark)) {
      if (noted) {
        bucket.delete(noteKey);
      }
      return false;
    }
    return true;
  }

  private boolean clear(DroppedObject object, boolean accepted, String mark) {
    if (settings.after() == ReceivedObjectPolicy.LEAVE || object.sizeBytes() > LARGEST_MOVE) {
      leases.settle(object.drop());
      return true;
    }
    if (accepted && settings.after() == ReceivedObjectPolicy.DELETE) {
      bucket.delete(object);
    } else if (!bucket.move(
        object, accepted ? keys.done(object.key(), mark) : keys.error(object.key(), mark))) {
      return false;
    }
    leases.release(object.drop());
    return true;
  }
}
