package dev.sluice.intake.sftp;

/** Keeps a file where it is, because Camel moves only files whose exchange did not fail. */
final class FileStaysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FileStaysException() {
    super("The file stays where it is", null, false, false);
  }
}
