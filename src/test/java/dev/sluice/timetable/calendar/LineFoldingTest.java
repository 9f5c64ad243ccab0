package dev.sluice.timetable.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFoldingTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "漢", "😀"})
  void noLineHasMoreThan75OctetsAndNoCharacterIsBroken(String character) {
    // Given
    String text = "X" + character.repeat(200) + "\r\n" + character + "\r\n";

    // When
    String folded = LineFolding.of(text);

    // Then
    CalendarTextTest.assertLinesAreShort(folded);
    assertThat(folded.replace("\r\n ", "")).isEqualTo(text);
  }

  @Test
  void aLineOf75OctetsStaysWhole() {
    String line = "a".repeat(75) + "\r\n";

    assertThat(LineFolding.of(line + line)).isEqualTo(line + line);
  }
}
