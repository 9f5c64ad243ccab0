package dev.sluice.pdf.fork;

import dev.sluice.model.document.PageRange;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.page.PageContentEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Parses a small PDF made in memory, so that the first document does not wait for the classes. */
final class WarmUp {

  private static final PageRange ONE = new PageRange(1, 1);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final class Nowhere implements PageContentEngine.Sink {
    @Override
    public void accept(PageContent page) {
      // It was read, and that is all.
    }

    @Override
    public void refuse(int number, LimitExceededException limit) {
      throw limit;
    }
  }

  /** Throws {@link IOException} when PDFBox does not work here at all. */
  void run() throws IOException {
    try (PDDocument document = Loader.loadPDF(sample())) {
      new MetadataReader().read(document, 1, List.of());
      new PageContentEngine(
              new Budget(ParseLimits.NONE, PATIENCE, 0),
              new Nowhere(),
              TextMode.LAYOUT,
              Optional.empty())
          .read(document, ONE);
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
