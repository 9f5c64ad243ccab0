package dev.sluice.pdf.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Letters from right to left are turned around whole. */
class LogicalTextTest {

  @Test
  void lettersOfTwoCharsAreNotTorn() {
    String adlam = new StringBuilder().appendCodePoint(0x1E900).appendCodePoint(0x1E901).toString();
    String turned =
        new StringBuilder().appendCodePoint(0x1E901).appendCodePoint(0x1E900).toString();

    assertThat(LogicalText.of(adlam)).isEqualTo(turned);
    assertThat(LogicalText.visual(adlam)).isEqualTo(turned);
  }
}
