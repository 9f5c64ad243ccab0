package dev.sluice.pdf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.fixture.ContentPdf;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.page.ReadPages;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard fonts are as wide as Adobe says, whatever fonts the machine has. */
class StandardWidthsTest {

  @ParameterizedTest
  @CsvSource({
    "Times-Roman, 722, 564",
    "Times-BoldItalic, 667, 606",
    "Helvetica, 667, 584",
    "Helvetica-Bold, 722, 584",
    "Courier, 600, 600"
  })
  void alsoWithAnEncodingOfTheirOwn(String font, int ofA, int ofMinus) {
    // Given: B stands for A, C for a minus, D for A by its number
    byte[] pdf =
        new ContentPdf()
            .fonts("/F2 5 0 R")
            .object(
                "<< /Type /Font /Subtype /Type1 /BaseFont /"
                    + font
                    + " /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding"
                    + " /Differences [66 /A /minus /uni0041] >> >>")
            .content("BT /F2 10 Tf 72 700 Td (BBBB CCCC DDDD) Tj ET")
            .pdf();

    // When
    List<Word> words = ReadPages.of(pdf).layouts().get(0).words();

    // Then
    assertThat(words)
        .extracting(Word::text)
        .containsExactly("AAAA", "\u2212\u2212\u2212\u2212", "AAAA");
    assertThat(words.get(0).box().width()).isEqualTo(0.04f * ofA, within(0.01f));
    assertThat(words.get(1).box().width()).isEqualTo(0.04f * ofMinus, within(0.01f));
    assertThat(words.get(2).box().width()).isEqualTo(0.04f * ofA, within(0.01f));
  }
}
