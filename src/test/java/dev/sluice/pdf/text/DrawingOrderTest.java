package dev.sluice.pdf.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.DrawnPage;
import dev.sluice.pdf.page.ReadPages;
import org.junit.jupiter.api.Test;

/** Words stay apart and lines in their order, in whatever order they are drawn. */
class DrawingOrderTest {

  private static final String[] LEFT = {
    "The left column of this page",
    "has running text that stands",
    "here, goes on for some lines",
    "and then it ends at its last"
  };
  private static final String[] RIGHT = {
    "While the right column of it",
    "tells quite another story to",
    "whoever is reading, as it is",
    "often done in such magazines"
  };

  @Test
  void aLineThatJumpsBackIsReadFromLeftToRight() {
    String text =
        text(
            new DrawnPage()
                .text(300, 100, "Total")
                .text(150, 100, "Invoice")
                .text(72, 100, "No")
                .text(400, 100, "940.00"));

    assertThat(text).isEqualTo("No Invoice Total 940.00");
  }

  @Test
  void columnsDrawnFromRightToLeftLineByLineDoNotInterleave() {
    DrawnPage page = new DrawnPage();
    for (int line = 0; line < LEFT.length; line++) {
      page.text(320, 100 + 12 * line, RIGHT[line]).text(72, 100 + 12 * line, LEFT[line]);
    }

    assertThat(text(page)).isEqualTo(String.join("\n", LEFT) + "\n" + String.join("\n", RIGHT));
  }

  @Test
  void aFootnoteMarkIsNoPartOfAWord() {
    String text =
        text(
            new DrawnPage()
                .text(72, 100, "sentence")
                .font(DrawnPage.PLAIN, 6)
                .text(115, 96, "12")
                .font(DrawnPage.PLAIN, 10)
                .text(122, 100, "goes on")
                .font(DrawnPage.PLAIN, 6)
                .text(72, 596, "12")
                .font(DrawnPage.PLAIN, 10)
                .text(79, 600, "Note"));

    assertThat(text.split("\\s+")).containsExactly("sentence", "12", "goes", "on", "12", "Note");
  }

  @Test
  void anExponentAndAnIndexStayWithTheirUnit() {
    String text =
        text(
            new DrawnPage()
                .text(72, 100, "km")
                .font(DrawnPage.PLAIN, 6)
                .text(85.4f, 96, "2")
                .font(DrawnPage.PLAIN, 10)
                .text(172, 100, "CO")
                .font(DrawnPage.PLAIN, 6)
                .text(187.1f, 102, "2"));

    assertThat(text).contains("km2", "CO2");
  }

  private static String text(DrawnPage page) {
    return ReadPages.of(page.pdf()).pages().get(0).page().text();
  }
}
