package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of a timetable that is in no table is not lost in silence. */
class BesideTheTableTest {

  @TempDir Path folder;

  @Test
  void itIsToldWithItsPage() throws IOException {
    // Given
    byte[] pdf =
        TimetablePdf.draw(
            TimetableLook.LECTURES,
            "Lectures",
            List.of(
                row(
                    "COS110",
                    "S1",
                    "G01",
                    "E|L",
                    "L1",
                    "Monday",
                    "08:30 - 09:20",
                    "IT 4-1",
                    "HATFIELD",
                    "BSc")));

    // When
    Timetable found;
    try (ParsedTimetables timetables = new ParsedTimetables(folder)) {
      found = timetables.read(withMore(pdf)).orElseThrow();
    }

    // Then
    assertThat(found.events()).hasSize(1);
    assertThat(found.rowsSeen()).isEqualTo(1);
    assertThat(found.notUnderstood())
        .containsExactly(
            new UnreadRow(1, "No lectures on Friday"),
            new UnreadRow(2, "COS214 moves to Monday 08:30"));
  }

  private static byte[] withMore(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      write(document, document.getPage(0), "No lectures on Friday");
      PDPage next = new PDPage(document.getPage(0).getMediaBox());
      document.addPage(next);
      write(document, next, "COS214 moves to Monday 08:30");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(PDDocument document, PDPage page, String text) throws IOException {
    try (PDPageContentStream content =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 10);
      content.newLineAtOffset(200, 300);
      content.showText(text);
      content.endText();
    }
  }

  private static List<List<String>> row(String... cells) {
    return Stream.of(cells).map(List::of).toList();
  }
}
