package dev.sluice.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a child is asked: a file, and what parsing it may cost.
 *
 * @param file absolute path of the PDF
 * @param millis time for all of it
 * @param maxPages pages
 * @param maxCharacters characters of text
 * @param maxGlyphsPerPage glyphs shown on one page
 * @param maxDecodedPerPage bytes the contents of one page, or of one form on it, may decode to
 */
public record ParseRequest(
    String file,
    long millis,
    int maxPages,
    long maxCharacters,
    int maxGlyphsPerPage,
    long maxDecodedPerPage) {

  /** The frame that asks it; throws {@link IOException} for a path beyond 64 kB. */
  public Frame toFrame() throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(payload);
    out.writeUTF(file);
    out.writeLong(millis);
    out.writeInt(maxPages);
    out.writeLong(maxCharacters);
    out.writeInt(maxGlyphsPerPage);
    out.writeLong(maxDecodedPerPage);
    return new Frame(Frame.Type.REQUEST, payload.toByteArray());
  }

  /** Reads the frame of a request; throws {@link IOException} when it is none. */
  public static ParseRequest of(Frame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.payload()));
    return new ParseRequest(
        in.readUTF(), in.readLong(), in.readInt(), in.readLong(), in.readInt(), in.readLong());
  }
}
