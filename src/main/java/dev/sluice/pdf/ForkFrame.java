package dev.sluice.pdf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** One message between parent and fork: a type, a length and a payload of at most 16 MiB. */
public record ForkFrame(Type type, byte[] payload) {

  private static final int MAX_BYTES = 16 << 20;

  /** What a frame means. */
  public enum Type {
    /** To the fork: parse pages of this file. */
    REQUEST,
    /** From the fork: ready for the first request. */
    READY,
    /** From the fork: the document is open, its pages come next. */
    OPENED,
    /** From the fork: one page is done. */
    PAGE,
    /** From the fork: one page goes beyond what a page may cost, the next one comes. */
    REFUSED_PAGE,
    /** From the fork: all pages that were asked for are done. */
    DONE,
    /** From the fork: the document cannot be parsed. */
    FAILED,
    /** To the fork: draw a page of this file. */
    RENDER,
    /** From the fork: the page that was to be drawn, as a PNG. */
    IMAGE,
    /** From the fork: the document has more pages than are read as a whole; none was read. */
    LARGE,
    /** To the fork: say that it is ready. */
    PING,
    /** To the fork: read the words of a page of this file. */
    READ_WORDS,
    /** From the fork: the words of that page with their boxes. */
    WORDS
  }

  /** True when the other side takes a frame of this length. */
  public boolean fits() {
    return payload.length <= MAX_BYTES;
  }

  /** Sends the frame at once; throws {@link IOException} when the other side no longer listens. */
  public void writeTo(DataOutputStream out) throws IOException {
    out.writeByte(type.ordinal());
    out.writeInt(payload.length);
    out.write(payload);
    out.flush();
  }

  /**
   * Waits for a frame; throws {@link EOFException} when the other side is gone and {@link
   * MalformedFrameException} when it talks nonsense.
   */
  public static ForkFrame readFrom(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    int length = in.readInt();
    if (type >= Type.values().length || length < 0 || length > MAX_BYTES) {
      throw new MalformedFrameException("type " + type + ", length " + length);
    }
    // Grows with what arrives: a length alone allocates nothing.
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("ended within a frame");
    }
    return new ForkFrame(Type.values()[type], payload);
  }
}
