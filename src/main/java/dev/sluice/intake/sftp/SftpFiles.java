package dev.sluice.intake.sftp;

import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.WholeFile;
import dev.sluice.model.document.Origin;
import dev.sluice.timetable.Profiles;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/** Turns a remote file into an incoming file. */
@Component
public class SftpFiles {

  private final SftpDoor door;
  private final StableFileFilter files;
  private final SftpSettings settings;

  SftpFiles(SftpDoor door, StableFileFilter files, SftpSettings settings, Profiles profiles) {
    settings.checkProfiles(profiles);
    this.door = door;
    this.files = files;
    this.settings = settings;
  }

  /** The file with its sender; its bytes are read from the server on demand. */
  public IncomingFile incoming(@ExchangeProperty(Exchange.FILE_EXCHANGE_FILE) GenericFile<?> file) {
    String path = file.getAbsoluteFilePath();
    return new IncomingFile(
        door.ruleOf(path).orElseThrow().sender(Origin.SFTP),
        file.getFileNameOnly(),
        door.refOf(path),
        file.getFileLength(),
        () -> new WholeFile((InputStream) file.getBody(), file.getFileLength(), !hasRested(path)));
  }

  /** Whether nothing is written to it any more: then it is received without its end, too. */
  private boolean hasRested(String path) {
    return files.restOf(path).compareTo(settings.incompleteAfter()) >= 0;
  }
}
