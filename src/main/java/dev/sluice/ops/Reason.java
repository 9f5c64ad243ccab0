package dev.sluice.ops;

/** What a server or its client said, as a line for ops. */
final class Reason {

  private Reason() {}

  /** The first line of the innermost message; further ones may hold what a statement was given. */
  static String of(Throwable exception) {
    Throwable root = exception;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("").strip();
  }
}
