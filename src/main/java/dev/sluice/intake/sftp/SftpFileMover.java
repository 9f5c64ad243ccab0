package dev.sluice.intake.sftp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.intake.FreeNames;
import java.io.IOException;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.component.file.strategy.GenericFileProcessStrategySupport;
import org.springframework.stereotype.Component;

/**
 * Moves a taken file beside where it lay, after its note. Camel's own move deletes what has the new
 * name; this one looks for a name that nothing has. The claim of the file's path, which every
 * replica respects, keeps others from the same name meanwhile.
 */
@Component
public class SftpFileMover extends GenericFileProcessStrategySupport<SftpRemoteFile> {

  /** The exchange property with the file's {@link FileDisposition}. */
  static final String SETTLEMENT = "settlement";

  private final SftpSettings settings;
  private final ObjectMapper json;

  SftpFileMover(SftpSettings settings, ObjectMapper json) {
    this.settings = settings;
    this.json = json;
  }

  /** Throws {@link GenericFileOperationFailedException} if the server refuses; the file stays. */
  @Override
  public void commit(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file)
      throws Exception {
    super.commit(operations, endpoint, exchange, file);
    move(operations, endpoint, file, exchange.getProperty(SETTLEMENT, FileDisposition.class));
    String doneSuffix = settings.doneSuffix();
    if (SftpSettings.isSet(
        doneSuffix)) { // only now: without it, the file would never be taken again
      operations.deleteFile(file.getAbsoluteFilePath() + doneSuffix);
    }
  }

  private void move(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      GenericFile<SftpRemoteFile> file,
      FileDisposition disposition)
      throws IOException {
    String folder = file.getParent() + "/" + disposition.folder();
    if (!operations.buildDirectory(folder, file.isAbsolute())) {
      throw new GenericFileOperationFailedException("Cannot make the folder " + folder);
    }
    String name = file.getFileNameOnly();
    for (String mark : FreeNames.marks(Instant.ofEpochMilli(file.getLastModified()))) {
      String target = folder + "/" + RemoteName.marked(name, mark, "");
      String note = RemoteName.marked(name, mark, disposition.noteSuffix());
      if (operations.existsFile(target) || operations.existsFile(folder + "/" + note)) {
        continue;
      }
      if (disposition.note() != null) {
        write(operations, endpoint, folder, note, disposition.note());
      }
      operations.renameFile(file.getAbsoluteFilePath(), target);
      return;
    }
    throw FreeNames.exhausted(name);
  }

  /** Under a name that begins with a dot first, so that no reader sees half of it. */
  private void write(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      String folder,
      String name,
      Object note)
      throws IOException {
    Exchange written = endpoint.createExchange();
    written.getIn().setBody(json.writeValueAsBytes(note));
    String hidden = folder + "/." + name;
    operations.storeFile(hidden, written, -1);
    operations.renameFile(hidden, folder + "/" + name);
  }
}
