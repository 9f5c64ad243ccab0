package dev.sluice.spool;

/**
 * What is read of a body at a time: little while it trickles, so that a thousand slow senders need
 * little memory, and more once it comes fast.
 */
public final class ReadBuffer {

  /** Bytes at first, and as long as fewer come. */
  public static final int SMALL = 8 * 1024;

  /** Bytes from when the small one was filled. */
  public static final int LARGE = 64 * 1024;

  private byte[] bytes = new byte[SMALL];

  /** Where to read to; the same array until {@link #grow} makes another. */
  public byte[] bytes() {
    return bytes;
  }

  /** Makes room for the next read after so many bytes came, which were used. */
  public void grow(int filled) {
    if (filled == SMALL && bytes.length == SMALL) {
      bytes = new byte[LARGE];
    }
  }
}
