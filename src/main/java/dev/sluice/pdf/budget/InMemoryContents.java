package dev.sluice.pdf.budget;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Bytes in memory; PDFBox's tokenizer peeks and rewinds at every byte, which is cheap here. */
final class InMemoryContents implements RandomAccessRead {

  private final byte[] bytes;
  private int position;
  private boolean closed;

  InMemoryContents(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    return position < bytes.length ? bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (position >= bytes.length) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int peek() {
    return position < bytes.length ? bytes[position] & 0xFF : -1;
  }

  @Override
  public void rewind(int count) {
    seek(position - (long) count);
  }

  @Override
  public void skip(int count) {
    seek(position + (long) count);
  }

  @Override
  public void seek(long target) {
    position = (int) Math.max(0, Math.min(target, bytes.length));
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public int available() {
    return bytes.length - position;
  }

  @Override
  public boolean isEOF() {
    return position >= bytes.length;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public RandomAccessReadView createView(long start, long length) throws IOException {
    throw new IOException("content streams have no views");
  }
}
