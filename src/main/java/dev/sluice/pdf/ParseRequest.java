package dev.sluice.pdf;

import dev.sluice.model.document.PageRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a fork is asked: pages of a file, and what parsing them may cost.
 *
 * @param file absolute path of the PDF
 * @param pages which of its pages; those beyond its last do not matter
 * @param pageCount pages of the document if they were counted before, else 0
 * @param plainTree true if they are counted rightly in its page tree
 * @param wholeUpTo of a document with more pages none is read
 * @param millis time for all of them
 * @param charactersBefore characters of text on the pages read before
 */
public record ParseRequest(
    String file,
    PageRange pages,
    int pageCount,
    boolean plainTree,
    int wholeUpTo,
    long millis,
    long charactersBefore,
    ParseLimits limits)
    implements ForkRequest {

  /** Asks for pages within a time and the limits of the settings. */
  static ParseRequest of(
      Path pdf,
      PageRange pages,
      ParseScope scope,
      Duration time,
      long charactersBefore,
      ParserSettings settings) {
    return new ParseRequest(
        pdf.toAbsolutePath().toString(),
        pages,
        scope.pageCount(),
        scope.plainTree(),
        scope.wholeUpTo(),
        timeForFork(time).toMillis(),
        charactersBefore,
        ParseLimits.of(settings));
  }

  /** The same of another file. */
  ParseRequest of(Path pdf) {
    return new ParseRequest(
        pdf.toAbsolutePath().toString(),
        pages,
        pageCount,
        plainTree,
        wholeUpTo,
        millis,
        charactersBefore,
        limits);
  }

  /** A fork that notices the end of its time a little earlier need not be killed for it. */
  private static Duration timeForFork(Duration time) {
    Duration tenth = time.dividedBy(10);
    Duration limit = Duration.ofSeconds(2);
    return time.minus(tenth.compareTo(limit) < 0 ? tenth : limit);
  }

  @Override
  public ForkFrame toFrame() throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    writeTo(new DataOutputStream(payload));
    return new ForkFrame(ForkFrame.Type.REQUEST, payload.toByteArray());
  }

  /** Throws {@link IOException} for a path beyond 64 kB. */
  void writeTo(DataOutputStream out) throws IOException {
    out.writeUTF(file);
    out.writeInt(pages.from());
    out.writeInt(pages.to());
    out.writeInt(pageCount);
    out.writeBoolean(plainTree);
    out.writeInt(wholeUpTo);
    out.writeLong(millis);
    out.writeLong(charactersBefore);
    limits.writeTo(out);
  }

  /** Reads the frame of a request; throws {@link IOException} when it is none. */
  public static ParseRequest of(ForkFrame frame) throws IOException {
    return readFrom(new DataInputStream(new ByteArrayInputStream(frame.payload())));
  }

  static ParseRequest readFrom(DataInputStream in) throws IOException {
    return new ParseRequest(
        in.readUTF(),
        new PageRange(in.readInt(), in.readInt()),
        in.readInt(),
        in.readBoolean(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        ParseLimits.readFrom(in));
  }
}
