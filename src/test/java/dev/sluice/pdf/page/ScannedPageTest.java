package dev.sluice.pdf.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.DrawnPage;
import dev.sluice.pdf.content.Flag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page that is nothing but an image is told from one without content. */
class ScannedPageTest {

  @Test
  void isFlagged() {
    assertThat(flags(new DrawnPage().image(0, 0, 595, 842))).containsExactly("scanned");
  }

  @Test
  void isFlaggedWhenItIsDrawnInStrips() {
    DrawnPage page = new DrawnPage();
    for (int strip = 0; strip < 10; strip++) {
      page.image(0, 84 * strip, 595, 84);
    }

    assertThat(flags(page)).containsExactly("scanned");
  }

  @Test
  void isNoPageWithTextUponAnImage() {
    DrawnPage page = new DrawnPage().image(0, 0, 595, 842);

    assertThat(flags(page.text(50, 100, "A text layer, which can be read as it is."))).isEmpty();
  }

  @Test
  void isNoPageWithALittlePicture() {
    assertThat(flags(new DrawnPage().image(100, 100, 200, 200))).isEmpty();
  }

  private static List<String> flags(DrawnPage page) {
    return ReadPages.of(page.pdf()).pages().get(0).flags().stream().map(Flag::code).toList();
  }
}
