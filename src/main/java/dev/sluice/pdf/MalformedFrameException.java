package dev.sluice.pdf;

import java.io.IOException;

/** The other side does not keep to the protocol. */
final class MalformedFrameException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedFrameException(String seen) {
    super("malformed frame: " + seen);
  }
}
