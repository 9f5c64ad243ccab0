package dev.sluice.intake.sftp;

import dev.sluice.intake.PollingStatus;
import dev.sluice.intake.admission.Admission;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Polls for files only while there is room for them. It logs once that the server is gone, and once
 * that it is back.
 */
@Component
public class SftpPolling extends RemoteFilePollingConsumerPollStrategy implements ExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SftpPolling.class);

  private final SftpDoor door;
  private final Admission admission;
  private final PollingStatus status;
  private final SftpDisposition disposition;
  private boolean failedBefore;
  private boolean failed;

  SftpPolling(
      SftpDoor door, Admission admission, PollingStatus status, SftpDisposition disposition) {
    this.door = door;
    this.admission = admission;
    this.status = status;
    this.disposition = disposition;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    failedBefore = failed;
    failed = false;
    return admission.isOpen();
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int files) {
    if (!failed) {
      status.worked(SftpDoor.ROUTE);
    }
  }

  @Override
  public void handleException(Throwable exception) {
    handleException(null, null, exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(message, null, exception);
  }

  /**
   * An exception with an exchange concerns one file, which is left for later; without one it
   * concerns the server.
   */
  @Override
  public void handleException(String message, Exchange exchange, Throwable exception) {
    GenericFile<?> file =
        exchange == null
            ? null
            : exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
    SftpError error = new SftpError(exception);
    if (file == null || error.isOfServer()) {
      serverFailed(error);
    } else if (error.isFileGone()) {
      LOG.debug("{} is gone", file);
    } else {
      disposition.leave(file, exception);
    }
  }

  /** A broken connection is reported only if it cannot be made again. */
  private void serverFailed(SftpError error) {
    failed = true;
    if (failedBefore) {
      status.failed(SftpDoor.ROUTE, error.named(door.refOf("")));
    }
  }
}
