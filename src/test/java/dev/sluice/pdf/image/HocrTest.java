package dev.sluice.pdf.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HocrTest {

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://127.0.0.1:1/x.dtd">
      <html xmlns="http://www.w3.org/1999/xhtml"><body>
      <div class='ocr_page' title='image "page.pgm"; bbox 0 0 1000 2000; ppageno 0'>
      """;

  @Test
  void linesHaveWordsWithTheirPlaces() throws IOException {
    // Given
    String page =
        HEAD
            + """
            <span class='ocr_header' title="bbox 100 200 400 240; baseline 0.01 -8; x_size 40">
              <span class='ocrx_word' title='bbox 100 200 200 240; x_wconf 90'>Head</span>
              <span class='ocrx_word' title='bbox 300 203 400 243; x_wconf 80'>l&#39;<em>in</em>e</span>
            </span>
            <span class='ocr_line' title="bbox 100 300 200 330; baseline 0 0; x_size 30">
              <span class='ocrx_word' title='bbox 100 300 200 330; x_wconf 50'>Text</span>
            </span></div></body></html>
            """;

    // When
    Hocr read = hocr(page);

    // Then
    assertThat(read.lines())
        .extracting(line -> line.stream().map(Word::text).toList())
        .containsExactly(List.of("Head", "l'ine"), List.of("Text"));
    Word word = read.lines().get(0).get(1);
    assertThat(word.box()).isEqualTo(new Box(300, 203, 100, 40));
    assertThat(word.baseline()).isCloseTo(234, within(0.1f));
    assertThat(word.size()).isEqualTo(40);
    assertThat(read.confidence()).isEqualTo((4 * 90 + 5 * 80 + 4 * 50) / 13);
  }

  @Test
  void aPageWithoutWordsHasNothingToBeSureOf() throws IOException {
    assertThat(hocr(HEAD + "</div></body></html>")).isEqualTo(new Hocr(List.of(), 0));
  }

  @Test
  void whatIsCutOffIsNoAnswer() {
    assertThatThrownBy(() -> hocr(HEAD)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> hocr("")).isInstanceOf(IOException.class);
  }

  private static Hocr hocr(String text) throws IOException {
    return Hocr.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
