package dev.sluice.parse;

import java.io.IOException;

/** What a child may be asked; each request is one frame. */
public sealed interface ChildRequest permits ParseRequest, RenderRequest {

  /** The frame that asks it; throws {@link IOException} when it cannot be written down. */
  Frame toFrame() throws IOException;

  /** Reads the frame of a request; throws {@link IOException} when it is none. */
  static ChildRequest of(Frame frame) throws IOException {
    return switch (frame.type()) {
      case REQUEST -> ParseRequest.of(frame);
      case RENDER -> RenderRequest.of(frame);
      default -> throw new MalformedFrameException("type " + frame.type());
    };
  }
}
