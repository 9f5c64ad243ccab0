package dev.sluice;

/** States why Sluice cannot start, in words for the person at the terminal. */
public final class StartupFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A failure with what went wrong and what to do about it, each without a full stop at its end.
   */
  public StartupFailure(String what, String advice) {
    this(what, advice, null);
  }

  /** A failure that another exception caused. */
  public StartupFailure(String what, String advice, Throwable cause) {
    super(oneLine(what) + ". " + oneLine(advice) + ".", cause);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ").replaceAll("\\.+$", "");
  }
}
