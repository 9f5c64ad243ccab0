package dev.sluice.ops.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.intake.IntakeSettings;
import dev.sluice.intake.PollingStatus;
import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Gate;
import dev.sluice.intake.s3.BucketListing;
import dev.sluice.intake.sftp.SftpDoor;
import dev.sluice.model.failure.FailureCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells which doors of this replica are open, and why the others are not. */
@Component
class DoorStates {

  private static final String NOT_SET_UP = "not-set-up";
  private static final String BUCKET_ROUTE = "poll-drop-bucket";

  private final IntakeSettings intake;
  private final Admission admission;
  private final BucketListing bucket;
  private final SftpDoor sftp;
  private final PollingStatus polling;

  DoorStates(
      IntakeSettings intake,
      Admission admission,
      BucketListing bucket,
      SftpDoor sftp,
      PollingStatus polling) {
    this.intake = intake;
    this.admission = admission;
    this.bucket = bucket;
    this.sftp = sftp;
    this.polling = polling;
  }

  /**
   * A door.
   *
   * @param reason why it is closed: not-set-up, the limit that is reached, or the failure of its
   *     server; null while it is open
   * @param fails whether it should be open and cannot fetch
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Door(String name, boolean open, String reason, @JsonIgnore boolean fails) {}

  List<Door> list() {
    return List.of(
        door("http", intake.enabled(), Optional.empty()),
        door("s3", bucket.isOpen(), polling.troubleOf(BUCKET_ROUTE)),
        door("sftp", sftp.isOpen(), polling.troubleOf(SftpDoor.ROUTE)));
  }

  private Door door(String name, boolean isSetUp, Optional<FailureCode> trouble) {
    if (!isSetUp) {
      return new Door(name, false, NOT_SET_UP, false);
    }
    return trouble
        .map(code -> new Door(name, false, code.label(), true))
        .or(() -> admission.closedGate().map(Gate::label).map(gate -> closed(name, gate)))
        .orElseGet(() -> new Door(name, true, null, false));
  }

  private static Door closed(String name, String gate) {
    return new Door(name, false, gate, false);
  }
}
