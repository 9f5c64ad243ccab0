package dev.sluice.intake.resumable;

import dev.sluice.intake.IncomingFile.Content;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * Reads several pieces one after the other, and opens each only when it is needed. A piece that
 * breaks off is a failure of the store, not of the sender.
 */
final class PieceStream extends InputStream {

  private final Iterator<Content> rest;
  private InputStream current = InputStream.nullInputStream();

  PieceStream(Iterator<Content> pieces) {
    this.rest = pieces;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      int count = current.read(buffer, offset, length);
      while (count < 0 && rest.hasNext()) {
        current.close();
        current = rest.next().open();
        count = current.read(buffer, offset, length);
      }
      return count;
    } catch (IOException e) {
      throw new FailureException(
          FailureCode.STORE_UNAVAILABLE, "A piece of the upload ended early.", e);
    }
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
