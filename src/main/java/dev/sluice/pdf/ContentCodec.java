package dev.sluice.pdf;

import dev.sluice.model.document.PageText;
import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.PageWords;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes what was found on a page as bytes and reads it back; a length alone allocates nothing. */
final class ContentCodec {

  interface Writer<T> {
    void write(T item, DataOutputStream out) throws IOException;
  }

  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private ContentCodec() {}

  static void write(PageContent content, DataOutputStream out) throws IOException {
    writePage(content.page(), out);
    writeAll(content.blocks(), ContentCodec::writeBlock, out);
    writeAll(content.tables(), ContentCodec::writeTable, out);
    writeAll(content.flags(), ContentCodec::writeFlag, out);
    AnnotationCodec.write(content, out);
  }

  static void write(PageWords page, DataOutputStream out) throws IOException {
    writePage(page.page(), out);
    writeAll(page.words(), ContentCodec::writeWord, out);
  }

  /**
   * Throws {@link IOException} or {@link IllegalArgumentException} for what is no page of words.
   */
  static PageWords readWords(DataInputStream in) throws IOException {
    return new PageWords(readPage(in), readAll(ContentCodec::readWord, in));
  }

  private static void writePage(PageText page, DataOutputStream out) throws IOException {
    out.writeInt(page.number());
    out.writeFloat(page.widthPoints());
    out.writeFloat(page.heightPoints());
    out.writeInt(page.rotation());
    writeText(page.text(), out);
  }

  /** The first of what {@link #read} reads. */
  static PageText readPage(DataInputStream in) throws IOException {
    return new PageText(in.readInt(), in.readFloat(), in.readFloat(), in.readInt(), readText(in));
  }

  /** Throws {@link IOException} or {@link IllegalArgumentException} for what is no content. */
  static PageContent read(DataInputStream in) throws IOException {
    PageText page = readPage(in);
    return new PageContent(
        page,
        readAll(ContentCodec::readBlock, in),
        readAll(ContentCodec::readTable, in),
        readAll(ContentCodec::readFlag, in),
        AnnotationCodec.readFields(in),
        AnnotationCodec.readAnnotations(in));
  }

  private static void writeBlock(Block block, DataOutputStream out) throws IOException {
    out.writeByte(block.kind().ordinal());
    out.writeByte(block.level());
    out.writeInt(block.from());
    out.writeInt(block.to());
    writeBox(block.box(), out);
    out.writeFloat(block.size());
    out.writeBoolean(block.bold());
  }

  private static Block readBlock(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    if (kind >= Block.Kind.values().length) {
      throw new IllegalArgumentException("kind of block");
    }
    return new Block(
        Block.Kind.values()[kind],
        in.readUnsignedByte(),
        in.readInt(),
        in.readInt(),
        readBox(in),
        in.readFloat(),
        in.readBoolean());
  }

  private static void writeTable(Table table, DataOutputStream out) throws IOException {
    out.writeInt(table.page());
    writeBox(table.box(), out);
    out.writeBoolean(table.ruled());
    out.writeInt(table.rows());
    out.writeInt(table.columns());
    out.writeInt(table.headerRows());
    writeAll(table.columnEdges(), (edge, to) -> to.writeFloat(edge), out);
    writeAll(table.cells(), ContentCodec::writeCell, out);
  }

  private static Table readTable(DataInputStream in) throws IOException {
    return new Table(
        in.readInt(),
        readBox(in),
        in.readBoolean(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        readAll(DataInputStream::readFloat, in),
        readAll(ContentCodec::readCell, in));
  }

  private static void writeCell(Cell cell, DataOutputStream out) throws IOException {
    out.writeInt(cell.row());
    out.writeInt(cell.column());
    out.writeInt(cell.rowSpan());
    out.writeInt(cell.columnSpan());
    writeBox(cell.box(), out);
    writeText(cell.text(), out);
    writeAll(cell.words(), ContentCodec::writeWord, out);
  }

  private static Cell readCell(DataInputStream in) throws IOException {
    return new Cell(
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        readBox(in),
        readText(in),
        readAll(ContentCodec::readWord, in));
  }

  private static void writeWord(Word word, DataOutputStream out) throws IOException {
    writeText(word.text(), out);
    writeBox(word.box(), out);
    out.writeFloat(word.baseline());
    out.writeFloat(word.size());
    out.writeBoolean(word.bold());
    out.writeBoolean(word.white());
  }

  private static Word readWord(DataInputStream in) throws IOException {
    return new Word(
        readText(in),
        readBox(in),
        in.readFloat(),
        in.readFloat(),
        in.readBoolean(),
        in.readBoolean());
  }

  private static void writeFlag(Flag flag, DataOutputStream out) throws IOException {
    out.writeInt(flag.page());
    writeText(flag.code(), out);
    writeText(flag.text(), out);
  }

  private static Flag readFlag(DataInputStream in) throws IOException {
    return new Flag(in.readInt(), readText(in), readText(in));
  }

  static void writeBox(Box box, DataOutputStream out) throws IOException {
    out.writeFloat(box.x());
    out.writeFloat(box.y());
    out.writeFloat(box.width());
    out.writeFloat(box.height());
  }

  static Box readBox(DataInputStream in) throws IOException {
    return new Box(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
  }

  static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IllegalArgumentException("length of text");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  static <T> void writeAll(List<T> items, Writer<T> writer, DataOutputStream out)
      throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      writer.write(item, out);
    }
  }

  static <T> List<T> readAll(Reader<T> reader, DataInputStream in) throws IOException {
    List<T> items = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      items.add(reader.read(in));
    }
    return items;
  }
}
