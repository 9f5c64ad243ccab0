package dev.sluice.pdf;

import dev.sluice.pdf.content.Box;
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
 * @param longerSide of the picture of the whole page, in pixels
 * @param crop the part of the page that is wanted, or null
 */
public record RenderRequest(ParseRequest document, int longerSide, Box crop)
    implements PageRequest {

  private static final Box WHOLE = new Box(0, 0, 0, 0);

  @Override
  public RenderRequest of(Path pdf) {
    return new RenderRequest(document.of(pdf), longerSide, crop);
  }

  @Override
  public ForkFrame toFrame() throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(payload);
    out.writeInt(longerSide);
    write(crop == null ? WHOLE : crop, out);
    document.writeTo(out);
    return new ForkFrame(ForkFrame.Type.RENDER, payload.toByteArray());
  }

  static RenderRequest of(ForkFrame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.payload()));
    int longerSide = in.readInt();
    Box crop = new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
    return new RenderRequest(
        ParseRequest.readFrom(in), longerSide, crop.equals(WHOLE) ? null : crop);
  }

  private static void write(Box box, DataOutputStream out) throws IOException {
    out.writeFloat(box.x());
    out.writeFloat(box.y());
    out.writeFloat(box.width());
    out.writeFloat(box.height());
  }
}
