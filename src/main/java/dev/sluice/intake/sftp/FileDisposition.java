package dev.sluice.intake.sftp;

import dev.sluice.intake.UploadReport;
import org.apache.camel.component.file.GenericFile;

/**
 * Where a taken file is moved to, with a note for its sender.
 *
 * @param noteName the note's path below the door's folder
 * @param note what is written as JSON, or null
 */
public record FileDisposition(String folder, String noteName, UploadReport note) {

  private static final String DONE = ".done";
  private static final String ERROR = ".error";

  /** For a file of which at least something was received. */
  static FileDisposition done(GenericFile<?> file, UploadReport report, boolean withReceipt) {
    return new FileDisposition(
        DONE, besides(file, DONE, ".receipt.json"), withReceipt ? report : null);
  }

  /** For a file that was refused as a whole, for good. */
  static FileDisposition error(GenericFile<?> file, UploadReport report) {
    return new FileDisposition(ERROR, besides(file, ERROR, ".report.json"), report);
  }

  private static String besides(GenericFile<?> file, String folder, String suffix) {
    String path = file.getRelativeFilePath();
    String parent = path.substring(0, path.lastIndexOf('/') + 1);
    return parent + folder + "/" + RemoteName.withSuffix(file.getFileNameOnly(), suffix);
  }
}
