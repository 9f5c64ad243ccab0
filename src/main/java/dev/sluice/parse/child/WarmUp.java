package dev.sluice.parse.child;

import dev.sluice.parse.ParseRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Parses a small PDF made in memory, so that the first document does not wait for the classes. */
final class WarmUp {

  private static final ParseRequest GENEROUS =
      new ParseRequest("", 60_000, 10, 1_000_000, 1_000_000, 1_000_000);

  /** Throws {@link IOException} when PDFBox does not work here at all. */
  void run() throws IOException {
    try (PDDocument document = Loader.loadPDF(sample())) {
      new TextOfPages(new Budget(GENEROUS), page -> {}).read(document);
      new MetadataReader().read(document);
    }
  }

  private static byte[] sample() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      write(document, page);
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static void write(PDDocument document, PDPage page) throws IOException {
    PDFont font = new PDType1Font(FontName.HELVETICA);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(font, 12);
      content.newLineAtOffset(50, 700);
      content.showText("Nothing to see here.");
      content.endText();
    }
  }
}
