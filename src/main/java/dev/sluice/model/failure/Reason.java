package dev.sluice.model.failure;

/** What a server or its client said, as a line for ops. */
public final class Reason {

  private Reason() {}

  /** The first line of the innermost message; further ones may hold what a statement was given. */
  public static String of(Throwable exception) {
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
