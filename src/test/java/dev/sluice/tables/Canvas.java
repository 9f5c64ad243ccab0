package dev.sluice.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** Pages to draw on with y from the top; turned pages are drawn so that they look upright. */
final class Canvas implements AutoCloseable {

  private final PDDocument document = new PDDocument();
  private final PDType1Font plain;
  private final PDType1Font bold;
  private final boolean turned;
  final float width;
  final float height;
  private PDPageContentStream content;
  private int pages;

  Canvas(boolean landscape, boolean turned, boolean serif) {
    this.turned = turned;
    this.width = landscape ? 792 : 612;
    this.height = landscape ? 612 : 792;
    plain = new PDType1Font(serif ? FontName.TIMES_ROMAN : FontName.HELVETICA);
    bold = new PDType1Font(serif ? FontName.TIMES_BOLD : FontName.HELVETICA_BOLD);
    newPage();
  }

  int pages() {
    return pages;
  }

  void newPage() {
    run(
        () -> {
          endPage();
          PDRectangle size =
              turned ? new PDRectangle(height, width) : new PDRectangle(width, height);
          PDPage page = new PDPage(size);
          document.addPage(page);
          pages++;
          content = new PDPageContentStream(document, page);
          if (turned) {
            page.setRotation(90);
            content.transform(new Matrix(0, 1, -1, 0, height, 0));
          }
        });
  }

  private void endPage() throws IOException {
    if (content != null) {
      content.close();
    }
  }

  float widthOf(String text, float size, boolean isBold) {
    try {
      return (isBold ? bold : plain).getStringWidth(text) * size / 1000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void text(float x, float baseline, float size, boolean isBold, String text) {
    run(
        () -> {
          content.beginText();
          content.setFont(isBold ? bold : plain, size);
          content.newLineAtOffset(x, height - baseline);
          content.showText(text);
          content.endText();
        });
  }

  void line(float x1, float y1, float x2, float y2) {
    run(
        () -> {
          content.setLineWidth(0.6f);
          content.moveTo(x1, height - y1);
          content.lineTo(x2, height - y2);
          content.stroke();
        });
  }

  void area(float x, float y, float areaWidth, float areaHeight, float gray) {
    run(
        () -> {
          content.setNonStrokingColor(gray);
          content.addRect(x, height - y - areaHeight, areaWidth, areaHeight);
          content.fill();
          content.setNonStrokingColor(0f);
        });
  }

  /** Words into lines no wider than this. */
  List<String> wrapped(String text, float size, boolean isBold, float limit) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && widthOf(line + " " + word, size, isBold) > limit) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  byte[] pdf() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    run(
        () -> {
          endPage();
          content = null;
          document.save(bytes);
        });
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    run(document::close);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
