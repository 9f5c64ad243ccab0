package dev.sluice.intake.sftp;

import dev.sluice.intake.UploadReport;

/**
 * Where a taken file is moved to, with a note for its sender.
 *
 * @param folder beside the file
 * @param noteSuffix what the note's name has more than the file's
 * @param note what is written as JSON, or null
 */
public record FileDisposition(String folder, String noteSuffix, UploadReport note) {

  /** For a file of which at least something was received. */
  static FileDisposition done(UploadReport report, boolean withReceipt) {
    return new FileDisposition(".done", ".receipt.json", withReceipt ? report : null);
  }

  /** For a file that was refused as a whole, for good. */
  static FileDisposition error(UploadReport report) {
    return new FileDisposition(".error", ".report.json", report);
  }
}
