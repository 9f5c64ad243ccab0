package dev.sluice.intake.resumable;

import dev.sluice.store.ledger.SweeperSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Removes what uploads leave behind. Any number of replicas may sweep at once. */
@Component
public class UploadSweeper {

  private final ResumableUploads uploads;
  private final PieceStore store;
  private final SweeperSettings settings;

  UploadSweeper(ResumableUploads uploads, PieceStore store, SweeperSettings settings) {
    this.uploads = uploads;
    this.store = store;
    this.settings = settings;
  }

  /** Uploads that are finished, ended or expired, for this replica to clean up. */
  public List<UploadId> takeOverdue() {
    return uploads.takeOverdue(settings.batch());
  }

  /** Removes the pieces of an upload, and the upload itself unless its receipt may be asked for. */
  public void cleanUp(UploadId upload) {
    store.discardAll(upload);
    uploads.forget(upload);
  }
}
