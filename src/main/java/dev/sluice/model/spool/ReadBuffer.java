package dev.sluice.model.spool;

/**
 * A buffer for reading a body that grows with the sender's speed. A slow sender gets a small one,
 * so that a thousand of them need little memory.
 */
public final class ReadBuffer {

  /** Initial size in bytes, kept while reads do not fill the buffer. */
  public static final int SMALLEST = 8 * 1024;

  /** Largest size in bytes. */
  public static final int LARGEST = 64 * 1024;

  private byte[] bytes = new byte[SMALLEST];

  /** The array to read into; the same one until {@link #grow} makes another. */
  public byte[] bytes() {
    return bytes;
  }

  /** Doubles the room for the next read if the bytes of this one filled it. */
  public void grow(int filled) {
    if (filled == bytes.length && bytes.length < LARGEST) {
      bytes = new byte[2 * bytes.length];
    }
  }
}
