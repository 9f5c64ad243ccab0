package dev.sluice.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

  @Test
  void leavesGoodTextAlone() {
    String text = "Zürich 東京 \uD83D\uDE00\n";

    assertThat(CleanText.of(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "a\\0b,a?b",
    "a\\H,a?",
    "\\Lb,?b",
    "\\H\\H\\L,?\\H\\L",
    "\\L\\H,??",
    "\\H\\L\\L,\\H\\L?"
  })
  void replacesWhatCannotBeStored(String broken, String repaired) {
    assertThat(CleanText.of(characters(broken))).isEqualTo(characters(repaired));
  }

  @Test
  void labelsAreCutWithoutHalvingACharacter() {
    assertThat(CleanText.label("  abc\uD83D\uDE00 ", 4)).isEqualTo("abc\uFFFD");
    assertThat(CleanText.label(" \n", 4)).isNull();
    assertThat(CleanText.label(null, 4)).isNull();
  }

  private static String characters(String escaped) {
    return escaped
        .replace("\\0", "\u0000")
        .replace("\\H", "\uD83D")
        .replace("\\L", "\uDE00")
        .replace("?", "\uFFFD");
  }
}
