package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfHeaderTest {

  @ParameterizedTest(name = "a mark after {0} bytes is seen: {1}")
  @CsvSource({"0, true", "1, true", "512, true", "1019, true", "1020, false", "2000, false"})
  void theMarkMayStandAnywhereInTheFirst1024Bytes(int offset, boolean expected) {
    byte[] bytes = ("x".repeat(offset) + "%PDF-1.7").getBytes(StandardCharsets.US_ASCII);

    assertThat(PdfHeader.isIn(bytes, bytes.length)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @CsvSource({"%PDF", "''", "%pdf-", "% PDF-", "%PD%PDF"})
  void whatIsNotTheWholeMarkDoesNotCount(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

    assertThat(PdfHeader.isIn(bytes, bytes.length)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, true"})
  void bytesBeyondTheLengthDoNotCount(int length, boolean expected) {
    assertThat(PdfHeader.isIn("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), length))
        .isEqualTo(expected);
  }
}
