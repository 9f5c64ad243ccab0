package dev.sluice.pdf;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** The first chunk of a PNG (ISO/IEC 15948, 11.2.2): its width and height in pixels. */
record PngHeader(int width, int height) {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;

  /** Throws {@link MalformedFrameException} when the bytes are no PNG of the size asked for. */
  static void requireFit(RenderRequest asked, byte[] png) throws MalformedFrameException {
    PngHeader header = of(png);
    int longer = Math.max(header.width(), header.height());
    boolean fits =
        asked.crop() == null ? longer == asked.longerSide() : longer <= asked.longerSide();
    if (!fits || header.width() < 1 || header.height() < 1) {
      throw new MalformedFrameException(
          "picture of " + header.width() + " x " + header.height() + " pixels");
    }
  }

  private static PngHeader of(byte[] png) throws MalformedFrameException {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(png));
      boolean isPng = in.readLong() == SIGNATURE & in.readInt() >= 8 & in.readInt() == IHDR;
      if (isPng) {
        return new PngHeader(in.readInt(), in.readInt());
      }
    } catch (IOException tooShort) {
      throw new MalformedFrameException("picture of " + png.length + " bytes");
    }
    throw new MalformedFrameException("picture that is no PNG");
  }
}
