package dev.sluice.model.failure;

import java.io.IOException;
import java.util.Optional;

/**
 * Recognises a full disk by the operating system's message, because Java has no exception for it.
 */
public final class DiskFailureRule implements FailureRule {

  @Override
  public Optional<FailureCode> codeOf(Throwable exception) {
    return exception instanceof IOException && saysFull(exception.getMessage())
        ? Optional.of(FailureCode.DISK_FULL)
        : Optional.empty();
  }

  private static boolean saysFull(String message) {
    return message != null
        && (message.contains("No space left on device") || message.contains("Disk quota exceeded"));
  }
}
