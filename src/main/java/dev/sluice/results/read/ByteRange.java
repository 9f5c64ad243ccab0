package dev.sluice.results.read;

/**
 * The bytes of an original that a caller wants.
 *
 * @param first counted from 0
 * @param last included
 * @param size of the original
 */
public record ByteRange(long first, long last, long size) {

  static ByteRange whole(long size) {
    return new ByteRange(0, size - 1, size);
  }

  /** Whether bytes are left out. */
  public boolean isPart() {
    return length() < size;
  }

  /** How many there are. */
  public long length() {
    return last - first + 1;
  }

  /** As the answer's header says it. */
  public String contentRange() {
    return "bytes " + first + "-" + last + "/" + size;
  }
}
