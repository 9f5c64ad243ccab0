package dev.sluice.model.spool;

/**
 * What is read of a body at a time: little while it trickles, so that a thousand slow senders need
 * little memory, and more the faster it comes.
 */
public final class ReadBuffer {

  /** Bytes at first, and as long as fewer come. */
  public static final int SMALLEST = 8 * 1024;

  /** Bytes at most. */
  public static final int LARGEST = 64 * 1024;

  private byte[] bytes = new byte[SMALLEST];

  /** Where to read to; the same array until {@link #grow} makes another. */
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
