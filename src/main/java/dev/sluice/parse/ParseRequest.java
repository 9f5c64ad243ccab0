package dev.sluice.parse;

import dev.sluice.document.PageRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a child is asked: pages of a file, and what parsing them may cost.
 *
 * @param file absolute path of the PDF
 * @param pages which of its pages; those beyond its last do not matter
 * @param pageCount pages of the document if they were counted before, else 0
 * @param plainTree true if they are counted rightly in its page tree
 * @param wholeUpTo of a document with more pages none is read
 * @param millis time for all of them
 * @param maxPages pages that the document may have
 * @param charactersBefore characters of text on the pages read before
 * @param maxCharacters characters of text, with those
 * @param maxGlyphsPerPage glyphs shown on one page
 * @param maxDecodedPerPage bytes the contents of one page, or of one form on it, may decode to
 */
public record ParseRequest(
    String file,
    PageRange pages,
    int pageCount,
    boolean plainTree,
    int wholeUpTo,
    long millis,
    int maxPages,
    long charactersBefore,
    long maxCharacters,
    int maxGlyphsPerPage,
    long maxDecodedPerPage) {

  /** For pages of a document that nobody has opened yet, however many it has. */
  public ParseRequest(
      String file,
      PageRange pages,
      long millis,
      int maxPages,
      long charactersBefore,
      long maxCharacters,
      int maxGlyphsPerPage,
      long maxDecodedPerPage) {
    this(
        file,
        pages,
        0,
        false,
        Integer.MAX_VALUE,
        millis,
        maxPages,
        charactersBefore,
        maxCharacters,
        maxGlyphsPerPage,
        maxDecodedPerPage);
  }

  /** The frame that asks it; throws {@link IOException} for a path beyond 64 kB. */
  public Frame toFrame() throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(payload);
    out.writeUTF(file);
    out.writeInt(pages.from());
    out.writeInt(pages.to());
    out.writeInt(pageCount);
    out.writeBoolean(plainTree);
    out.writeInt(wholeUpTo);
    out.writeLong(millis);
    out.writeInt(maxPages);
    out.writeLong(charactersBefore);
    out.writeLong(maxCharacters);
    out.writeInt(maxGlyphsPerPage);
    out.writeLong(maxDecodedPerPage);
    return new Frame(Frame.Type.REQUEST, payload.toByteArray());
  }

  /** Reads the frame of a request; throws {@link IOException} when it is none. */
  public static ParseRequest of(Frame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.payload()));
    return new ParseRequest(
        in.readUTF(),
        new PageRange(in.readInt(), in.readInt()),
        in.readInt(),
        in.readBoolean(),
        in.readInt(),
        in.readLong(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        in.readLong());
  }
}
