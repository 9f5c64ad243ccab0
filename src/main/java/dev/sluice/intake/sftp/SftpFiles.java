package dev.sluice.intake.sftp;

import dev.sluice.document.Origin;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.intake.DropRule;
import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.WholeFile;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/** Makes of a remote file what all doors receive. */
@Component
public class SftpFiles {

  private final SftpSettings settings;
  private final SftpDoor door;

  SftpFiles(SftpSettings settings, SftpDoor door) {
    this.settings = settings;
    this.door = door;
  }

  /** The file with its sender; its bytes are read from the server as somebody reads them. */
  public IncomingFile incoming(@ExchangeProperty(Exchange.FILE_EXCHANGE_FILE) GenericFile<?> file) {
    DropRule rule =
        DropRule.find(settings.rules(), file.getRelativeFilePath())
            .orElseThrow(() -> new FailureException(FailureCode.INTERNAL, "No rule, but taken."));
    return new IncomingFile(
        rule.sender(Origin.SFTP),
        file.getFileNameOnly(),
        door.refOf(file.getAbsoluteFilePath()),
        file.getFileLength(),
        () -> new WholeFile((InputStream) file.getBody(), file.getFileLength()));
  }
}
