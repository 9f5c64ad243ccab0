package dev.sluice.pdf;

import java.io.IOException;

/** What a fork may be asked; each request is one frame. */
public sealed interface ForkRequest permits ParseRequest, PageRequest, PingRequest {

  /** The frame that asks it; throws {@link IOException} when it cannot be written down. */
  ForkFrame toFrame() throws IOException;

  /** Reads the frame of a request; throws {@link IOException} when it is none. */
  static ForkRequest of(ForkFrame frame) throws IOException {
    return switch (frame.type()) {
      case REQUEST -> ParseRequest.of(frame);
      case RENDER -> RenderRequest.of(frame);
      case READ_WORDS -> WordsRequest.of(frame);
      case PING -> new PingRequest();
      default -> throw new MalformedFrameException("type " + frame.type());
    };
  }
}
