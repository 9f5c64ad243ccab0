package dev.sluice.pdf.budget;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is opened when it is needed and just ends where it is damaged, as PDFBox does. */
final class LenientStream extends InputStream {

  interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final Runnable damage;
  private InputStream in;

  LenientStream(Source source) {
    this(source, () -> {});
  }

  /** Takes what is to be run when the stream is damaged. */
  LenientStream(Source source, Runnable damage) {
    this.source = source;
    this.damage = damage;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    try {
      if (in == null) {
        in = source.open();
      }
      int count = in.read(target, offset, length);
      // PDFBox's decoder reports its end as 0 bytes first.
      return count > 0 ? count : -1;
    } catch (IOException damaged) {
      in = InputStream.nullInputStream();
      damage.run();
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
