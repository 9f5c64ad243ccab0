package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  private static final Instant AT = Instant.parse("2026-11-30T23:59:59Z");

  @ParameterizedTest
  @CsvSource({
    "report.pdf, report.pdf",
    "/etc/passwd, passwd",
    "..\\..\\windows\\a.pdf, a.pdf",
    "päß 文件.pdf, päß 文件.pdf",
    "' spaced.pdf ', spaced.pdf"
  })
  void theLastPartOfAPathIsTheName(String sent, String expected) {
    assertThat(FileName.of(sent, AT)).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", ".", "..", "a/", "\r\n", "\u0000", "../.."})
  void aNamelessDocumentIsNamedAfterItsTime(String sent) {
    assertThat(FileName.of(sent, AT)).isEqualTo("upload-20261130-235959.pdf");
  }

  @Test
  void controlAndInvisibleCharactersAreLeftOut() {
    assertThat(FileName.of("a\r\nb\u0000c\u202Ed\u2028e.pdf", AT)).isEqualTo("abcde.pdf");
  }

  @Test
  void aLongNameIsCutWithoutSplittingACharacter() {
    assertThat(FileName.of("x".repeat(300), AT)).hasSize(255);
    assertThat(FileName.of("x".repeat(254) + "😀😀", AT)).isEqualTo("x".repeat(254));
  }

  @Test
  void percentEncodingIsUndoneWhereItIsOne() {
    assertThat(FileName.decode("b%C3%A4r+1.pdf")).isEqualTo("bär+1.pdf");
    assertThat(FileName.decode("100%.pdf")).isEqualTo("100%.pdf");
    assertThat(FileName.decode(null)).isNull();
  }
}
