package dev.sluice.pdf;

import dev.sluice.pdf.content.FormField;
import dev.sluice.pdf.content.PageAnnotation;
import dev.sluice.pdf.content.PageContent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Writes form fields and comments of a page as bytes and reads them back. */
final class AnnotationCodec {

  private AnnotationCodec() {}

  static void write(PageContent content, DataOutputStream out) throws IOException {
    ContentCodec.writeAll(content.fields(), AnnotationCodec::writeField, out);
    ContentCodec.writeAll(content.annotations(), AnnotationCodec::writeAnnotation, out);
  }

  static List<FormField> readFields(DataInputStream in) throws IOException {
    return ContentCodec.readAll(AnnotationCodec::readField, in);
  }

  static List<PageAnnotation> readAnnotations(DataInputStream in) throws IOException {
    return ContentCodec.readAll(AnnotationCodec::readAnnotation, in);
  }

  private static void writeField(FormField field, DataOutputStream out) throws IOException {
    ContentCodec.writeText(field.name(), out);
    ContentCodec.writeText(field.type(), out);
    ContentCodec.writeAll(field.values(), ContentCodec::writeText, out);
    ContentCodec.writeAll(field.options(), ContentCodec::writeText, out);
    out.writeBoolean(field.required());
    out.writeBoolean(field.readOnly());
    writeIfThere(field.page(), (number, to) -> to.writeInt(number), out);
    writeIfThere(field.box(), ContentCodec::writeBox, out);
  }

  private static FormField readField(DataInputStream in) throws IOException {
    return new FormField(
        ContentCodec.readText(in),
        ContentCodec.readText(in),
        ContentCodec.readAll(ContentCodec::readText, in),
        ContentCodec.readAll(ContentCodec::readText, in),
        in.readBoolean(),
        in.readBoolean(),
        readIfThere(DataInputStream::readInt, in),
        readIfThere(ContentCodec::readBox, in));
  }

  private static void writeAnnotation(PageAnnotation annotation, DataOutputStream out)
      throws IOException {
    ContentCodec.writeText(annotation.kind(), out);
    ContentCodec.writeText(annotation.text(), out);
    writeIfThere(annotation.author(), ContentCodec::writeText, out);
    writeIfThere(annotation.modified(), (time, to) -> to.writeLong(time.getEpochSecond()), out);
    out.writeInt(annotation.page());
    ContentCodec.writeBox(annotation.box(), out);
  }

  private static PageAnnotation readAnnotation(DataInputStream in) throws IOException {
    return new PageAnnotation(
        ContentCodec.readText(in),
        ContentCodec.readText(in),
        readIfThere(ContentCodec::readText, in),
        readIfThere(from -> Instant.ofEpochSecond(from.readLong()), in),
        in.readInt(),
        ContentCodec.readBox(in));
  }

  private static <T> void writeIfThere(T item, ContentCodec.Writer<T> writer, DataOutputStream out)
      throws IOException {
    out.writeBoolean(item != null);
    if (item != null) {
      writer.write(item, out);
    }
  }

  private static <T> T readIfThere(ContentCodec.Reader<T> reader, DataInputStream in)
      throws IOException {
    return in.readBoolean() ? reader.read(in) : null;
  }
}
