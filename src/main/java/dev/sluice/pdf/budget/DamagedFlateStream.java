package dev.sluice.pdf.budget;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a stream (RFC 1950) up to where it is damaged, and says if it is. As PDFBox does, it
 * heeds neither the header nor the checksum; PDFBox would lose up to 2 kB before the damage.
 */
final class DamagedFlateStream extends InputStream {

  private static final int HEADER = 2; // bytes

  private final InputStream in;
  private final Runnable damage;
  private final Inflater inflater = new Inflater(true);
  private final byte[] buffer = new byte[2048];
  private boolean ended;

  /** Takes what is to be run when the stream is damaged or cut. */
  DamagedFlateStream(InputStream in, Runnable damage) throws IOException {
    this.in = in;
    this.damage = damage;
    int header = in.readNBytes(HEADER).length;
    if (header < HEADER) {
      end(header == 0); // no bytes at all are a stream without content
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended) {
      int count = inflate(target, offset, length);
      if (count > 0) {
        return count;
      }
      if (!ended && (inflater.finished() || inflater.needsDictionary() || !refill())) {
        end(inflater.finished());
      }
    }
    return -1;
  }

  /** Of damaged data, what was inflated before the damage counts. */
  private int inflate(byte[] target, int offset, int length) {
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException damaged) {
      int count = (int) (inflater.getBytesWritten() - before);
      end(false);
      return count;
    }
  }

  private boolean refill() throws IOException {
    int count = inflater.needsInput() ? in.read(buffer) : 0;
    if (count > 0) {
      inflater.setInput(buffer, 0, count);
    }
    return count > 0;
  }

  private void end(boolean whole) {
    ended = true;
    inflater.end();
    if (!whole) {
      damage.run();
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    inflater.end();
    in.close();
  }
}
