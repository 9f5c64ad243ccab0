package dev.sluice.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Asks a fork to draw the first of some pages.
 *
 * @param document the file, the page, and what it may cost
 * @param longerSide of the picture, in pixels
 */
public record RenderRequest(ParseRequest document, int longerSide) implements PageRequest {

  @Override
  public RenderRequest of(Path pdf) {
    return new RenderRequest(document.of(pdf), longerSide);
  }

  @Override
  public ForkFrame toFrame() throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(payload);
    out.writeInt(longerSide);
    document.writeTo(out);
    return new ForkFrame(ForkFrame.Type.RENDER, payload.toByteArray());
  }

  static RenderRequest of(ForkFrame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.payload()));
    int longerSide = in.readInt();
    return new RenderRequest(ParseRequest.readFrom(in), longerSide);
  }
}
