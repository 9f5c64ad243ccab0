package dev.sluice.pdf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.fixture.DrawnPage;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.page.ReadPages;
import java.awt.Color;
import java.util.List;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words of a page are and where they stand. */
class WordsTest {

  private static final float WIDTH = 595.276f;
  private static final float HEIGHT = 841.89f;

  @Test
  void endAtSpacesAndAtGaps() {
    List<Word> words =
        words(new DrawnPage().text(50, 100, "Two words").text(110, 100, "and a third"));

    assertThat(words).extracting(Word::text).containsExactly("Two", "words", "and", "a", "third");
  }

  @Test
  void sayWhereTheyStand() {
    Word word = words(new DrawnPage().font(DrawnPage.PLAIN, 20).text(50, 100, "High")).get(0);

    assertThat(word.baseline()).isEqualTo(100, within(0.1f));
    assertThat(word.size()).isEqualTo(20);
    assertThat(word.box().x()).isEqualTo(50);
    assertThat(word.box().right()).isEqualTo(50 + 20 * (0.722f + 0.222f + 2 * 0.556f), within(1f));
    assertThat(word.box().y()).isEqualTo(100 - 20 * 0.718f, within(1f));
    assertThat(word.box().bottom()).isEqualTo(100 + 20 * 0.207f, within(1f));
  }

  @Test
  void keepAWhiteLetterApart() {
    List<Word> words =
        words(
            new DrawnPage()
                .text(178, 100, "E")
                .colour(Color.WHITE)
                .text(184.7f, 100, "L")
                .colour(Color.BLACK)
                .text(190.3f, 100, "Day"));

    assertThat(words).extracting(Word::text).containsExactly("E", "L", "Day");
    assertThat(words).extracting(Word::white).containsExactly(false, true, false);
  }

  @Test
  void areBoldByTheNameOfTheirFont() {
    List<Word> words =
        words(new DrawnPage().font(DrawnPage.BOLD, 10).text(50, 100, "Head").text(50, 120, "2"));

    assertThat(words).extracting(Word::bold).containsExactly(true, true);
  }

  @Test
  void areBoldWhenDrawnTwiceWithAnOffset() {
    List<Word> words =
        words(
            new DrawnPage()
                .text(50, 100, "Bold once")
                .text(50.4f, 100, "Bold")
                .text(50, 200, "Plain")
                .text(50, 200, "Plain"));

    assertThat(words).extracting(Word::text).containsExactly("Bold", "once", "Plain");
    assertThat(words).extracting(Word::bold).containsExactly(true, false, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void standWhereTheyAreShownOnATurnedPage(int turned) {
    DrawnPage page = new DrawnPage().turned(turned);
    double angle = Math.toRadians(turned);
    // 100 points from the left and 200 from above as it is shown
    float x = List.of(100f, 200f, WIDTH - 100, WIDTH - 200).get(turned / 90);
    float y = List.of(HEIGHT - 200, 100f, 200f, HEIGHT - 100).get(turned / 90);

    Word word = words(page.text(Matrix.getRotateInstance(angle, x, y), "Upright")).get(0);

    assertThat(word.text()).isEqualTo("Upright");
    assertThat(word.box().x()).isEqualTo(100, within(0.5f));
    assertThat(word.baseline()).isEqualTo(200, within(0.5f));
    assertThat(word.box().width()).isGreaterThan(25);
    assertThat(word.box().height()).isLessThan(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 90, 180, 200, 270})
  void holdTogetherHoweverTheyAreTurned(int degrees) {
    Matrix matrix = Matrix.getRotateInstance(Math.toRadians(degrees), 300, 400);

    assertThat(words(new DrawnPage().text(matrix, "Aslant text")))
        .extracting(Word::text)
        .containsExactly("Aslant", "text");
  }

  private static List<Word> words(DrawnPage page) {
    return ReadPages.of(page.pdf()).layouts().get(0).words();
  }
}
