package dev.sluice.intake.sftp;

import dev.sluice.intake.UploadReport;
import dev.sluice.model.failure.BackgroundFailureLog;
import dev.sluice.model.failure.FailureCode;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/** Decides what becomes of a remote file after an attempt to receive it. */
@Component
public class SftpDisposition {

  private final SftpSettings settings;
  private final SftpDoor door;
  private final StableFileFilter files;
  private final SftpClaims claims;
  private final BackgroundFailureLog failures;

  SftpDisposition(
      SftpSettings settings,
      SftpDoor door,
      StableFileFilter files,
      SftpClaims claims,
      BackgroundFailureLog failures) {
    this.settings = settings;
    this.door = door;
    this.files = files;
    this.claims = claims;
    this.failures = failures;
  }

  /** Where the file goes; throws {@link FileStaysException} if it is to be taken once more. */
  public FileDisposition settle(
      @Body UploadReport report,
      @ExchangeProperty(Exchange.FILE_EXCHANGE_FILE) GenericFile<?> file) {
    String path = file.getAbsoluteFilePath();
    if (report.isWorthAnotherTry()) {
      files.postpone(path);
      throw new FileStaysException();
    }
    if (isIncomplete(report) && files.restOf(path).compareTo(settings.incompleteAfter()) < 0) {
      files.leaveUntilRested(path, settings.incompleteAfter());
      throw new FileStaysException();
    }
    if (!claims.isStillHeld(path)) {
      throw new FileStaysException();
    }
    return report.getAccepted() > 0
        ? FileDisposition.done(report, settings.receipts())
        : FileDisposition.error(report);
  }

  /** Leaves a file for later that could not be taken, or not be moved away. */
  public void leave(
      @ExchangeProperty(Exchange.FILE_EXCHANGE_FILE) GenericFile<?> file,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable exception) {
    if (exception instanceof FileStaysException) {
      return;
    }
    String path = file.getAbsoluteFilePath();
    files.postpone(path);
    failures.note(SftpDoor.ROUTE, new SftpError(exception).named(door.refOf(path)));
  }

  private static boolean isIncomplete(UploadReport report) {
    return report.results().stream()
        .anyMatch(
            result ->
                result.problem() != null && result.problem().code() == FailureCode.INCOMPLETE_FILE);
  }
}
