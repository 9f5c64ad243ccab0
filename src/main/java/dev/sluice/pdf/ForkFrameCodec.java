package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.FileDefect;
import dev.sluice.model.document.PageText;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.PageWords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns what parent and fork tell each other into payloads and back. */
public final class ForkFrameCodec {

  /** What a fork says about a page it does not parse. */
  record RefusedPage(int number, Failure why) {}

  private interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private ForkFrameCodec() {}

  /** The frame of one page. */
  public static ForkFrame page(PageContent content) {
    return frame(ForkFrame.Type.PAGE, out -> ContentCodec.write(content, out));
  }

  static PageContent page(byte[] payload) throws IOException {
    return decode(payload, ContentCodec::read);
  }

  /** What of a page's frame comes first. */
  static PageText pageText(byte[] payload) throws IOException {
    return ContentCodec.readPage(new DataInputStream(new ByteArrayInputStream(payload)));
  }

  /** The frame of a page that goes beyond a limit. */
  public static ForkFrame refusedPage(int number, FailureCode code, String detail) {
    return frame(
        ForkFrame.Type.REFUSED_PAGE,
        out -> {
          out.writeInt(number);
          write(code, detail, out);
        });
  }

  static RefusedPage refusedPage(byte[] payload) throws IOException {
    return decode(payload, in -> new RefusedPage(in.readInt(), failure(in)));
  }

  /** The first frame of a document that could be opened; the sizes of its pages come later. */
  public static ForkFrame opened(DocumentMetadata metadata) {
    return frame(ForkFrame.Type.OPENED, out -> write(metadata, out));
  }

  static DocumentMetadata opened(byte[] payload) throws IOException {
    return decode(payload, ForkFrameCodec::metadata);
  }

  /** The last frame when all pages were read. */
  public static ForkFrame done() {
    return new ForkFrame(ForkFrame.Type.DONE, new byte[0]);
  }

  /** The frame of a page that was drawn. */
  public static ForkFrame image(byte[] png) {
    return new ForkFrame(ForkFrame.Type.IMAGE, png);
  }

  /** The frame of the words of a page. */
  public static ForkFrame words(PageWords page) {
    return frame(ForkFrame.Type.WORDS, out -> ContentCodec.write(page, out));
  }

  static PageWords words(byte[] payload) throws IOException {
    return decode(payload, ContentCodec::readWords);
  }

  /** The last frame of a document of which no page was read, as it has too many for one go. */
  public static ForkFrame large(boolean plainTree) {
    return frame(ForkFrame.Type.LARGE, out -> out.writeBoolean(plainTree));
  }

  static boolean large(byte[] payload) throws IOException {
    return decode(payload, DataInputStream::readBoolean);
  }

  /** The last frame of a document that cannot be parsed. */
  public static ForkFrame failed(FailureCode code, String detail) {
    return frame(ForkFrame.Type.FAILED, out -> write(code, detail, out));
  }

  static Failure failed(byte[] payload) throws IOException {
    return decode(payload, ForkFrameCodec::failure);
  }

  private static void write(FailureCode code, String detail, DataOutputStream out)
      throws IOException {
    out.writeUTF(code.name());
    out.writeUTF(detail);
  }

  private static Failure failure(DataInputStream in) throws IOException {
    return Failure.of(FailureCode.valueOf(in.readUTF()), in.readUTF());
  }

  private static void write(DocumentMetadata metadata, DataOutputStream out) throws IOException {
    out.writeInt(metadata.pageCount());
    writeLabel(metadata.title(), out);
    writeLabel(metadata.author(), out);
    writeLabel(metadata.subject(), out);
    writeLabel(metadata.keywords(), out);
    writeLabel(metadata.creator(), out);
    writeLabel(metadata.producer(), out);
    writeInstant(metadata.createdAt(), out);
    writeInstant(metadata.modifiedAt(), out);
    writeLabel(metadata.pdfVersion(), out);
    out.writeBoolean(metadata.encrypted());
    out.writeByte(metadata.defects().size());
    for (FileDefect defect : metadata.defects()) {
      out.writeUTF(defect.code());
      out.writeUTF(defect.text());
    }
  }

  private static DocumentMetadata metadata(DataInputStream in) throws IOException {
    return new DocumentMetadata(
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        readInstant(in),
        readInstant(in),
        in.readUTF(),
        in.readBoolean(),
        List.of(),
        readDefects(in));
  }

  private static List<FileDefect> readDefects(DataInputStream in) throws IOException {
    List<FileDefect> defects = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      defects.add(new FileDefect(in.readUTF(), in.readUTF()));
    }
    return defects;
  }

  private static void writeLabel(String label, DataOutputStream out) throws IOException {
    out.writeUTF(label == null ? "" : label);
  }

  private static void writeInstant(Instant instant, DataOutputStream out) throws IOException {
    out.writeBoolean(instant != null);
    if (instant != null) {
      out.writeLong(instant.getEpochSecond());
    }
  }

  private static Instant readInstant(DataInputStream in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong()) : null;
  }

  private static ForkFrame frame(ForkFrame.Type type, Writer writer) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    try {
      writer.write(new DataOutputStream(payload));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return new ForkFrame(type, payload.toByteArray());
  }

  private static <T> T decode(byte[] payload, Reader<T> reader) throws IOException {
    try {
      return reader.read(new DataInputStream(new ByteArrayInputStream(payload)));
    } catch (IOException | IllegalArgumentException | DateTimeException nonsense) {
      throw new MalformedFrameException(nonsense.getClass().getSimpleName());
    }
  }
}
