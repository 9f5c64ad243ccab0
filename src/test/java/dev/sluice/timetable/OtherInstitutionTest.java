package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.timetable.TimetableEvent.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A timetable that looks quite different is read by its profile alone. */
class OtherInstitutionTest {

  private static final PDRectangle PAGE = PDRectangle.A4;
  private static final float[] EDGES = {50, 110, 190, 230, 380, 440, 545};
  private static final float TOP = 120;
  private static final float ROW = 18;

  private static final String[][] ROWS = {
    {"Tag", "Zeit", "Art", "Fach", "Klasse", "Raum"},
    {"Montag", "8.15–9.45", "V", "Algebra", "IT-2a", "H 12"},
    {"", "10.00–11.30", "Ü", "Algebra", "IT-2a", "offen"},
    {"Mi.", "14.00 – 15.30", "Vorlesung", "Rechnernetze", "IT-2b", "Aula"},
  };

  @TempDir Path folder;

  @Test
  void aWeeklyPlanInGermanIsReadByItsProfile() throws IOException {
    try (ParsedTimetables timetables = new ParsedTimetables(folder)) {
      byte[] plan = plan();
      Timetable found = timetables.read(plan).orElseThrow();

      assertThat(found.profile()).isEqualTo("nordhafen-stundenplan");
      assertThat(found.rowsSeen()).isEqualTo(3);
      assertThat(found.notUnderstood()).isEmpty();
      assertThat(found.events())
          .extracting(TimetableEvent::weekday)
          .containsExactly(DayOfWeek.MONDAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
      assertThat(found.events())
          .extracting(TimetableEvent::start)
          .containsExactly(LocalTime.of(8, 15), LocalTime.of(10, 0), LocalTime.of(14, 0));
      assertThat(found.events())
          .extracting(TimetableEvent::type)
          .containsExactly(Type.LECTURE, Type.PRACTICAL, Type.LECTURE);
      assertThat(found.events())
          .extracting(TimetableEvent::venues)
          .containsExactly(List.of("H 12"), List.of("offen"), List.of("Aula"));
      assertThat(found.events().get(1).flags()).containsExactly("venue-unknown");
      assertThat(found.events()).allMatch(TimetableEvent::recurring);
      assertThat(timetables.read(plan, "nordhafen-stundenplan")).isEmpty();
    }
  }

  /** Portrait, ruled by strokes, in Times, with a day on its first line only. */
  private static byte[] plan() throws IOException {
    PDFont font = new PDType1Font(FontName.TIMES_ROMAN);
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PAGE);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        show(content, font, 13, 250, 80, "Stundenplan");
        show(content, font, 9, 50, 100, "Fachschule Nordhafen, Wintersemester");
        for (int row = 0; row < ROWS.length; row++) {
          for (int column = 0; column < ROWS[row].length; column++) {
            show(content, font, 9, EDGES[column] + 4, TOP + row * ROW + 12, ROWS[row][column]);
          }
        }
        rule(content);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void rule(PDPageContentStream content) throws IOException {
    float bottom = TOP + ROWS.length * ROW;
    for (int row = 0; row <= ROWS.length; row++) {
      float y = PAGE.getHeight() - TOP - row * ROW;
      content.moveTo(EDGES[0], y);
      content.lineTo(EDGES[EDGES.length - 1], y);
    }
    for (float edge : EDGES) {
      content.moveTo(edge, PAGE.getHeight() - TOP);
      content.lineTo(edge, PAGE.getHeight() - bottom);
    }
    content.stroke();
  }

  private static void show(
      PDPageContentStream content, PDFont font, float size, float x, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(x, PAGE.getHeight() - y);
    content.showText(text);
    content.endText();
  }
}
