package dev.sluice.intake.sftp;

/** Keeps a file where it is: Camel moves those of exchanges that did not fail. */
final class FileStaysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FileStaysException() {
    super("The file stays where it is", null, false, false);
  }
}
