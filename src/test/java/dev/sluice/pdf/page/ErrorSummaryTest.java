package dev.sluice.pdf.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorSummaryTest {

  @Test
  void saysWhatPdfBoxSaid() {
    assertThat(ErrorSummary.of(new IOException("Missing root object specification in trailer.")))
        .isEqualTo("IOException: Missing root object specification in trailer.");
    assertThat(ErrorSummary.of(new IllegalStateException())).isEqualTo("IllegalStateException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expected='endobj' actual='secret' at 12",
        "expected a number, instead got secret words",
        "unexpected \"secret"
      })
  void doesNotQuoteTheDocument(String message) {
    assertThat(ErrorSummary.of(new IOException(message))).doesNotContain("secret");
  }

  @Test
  void isShortAndPrintable() {
    assertThat(ErrorSummary.of(new IOException("x\u0000\n".repeat(1000))))
        .hasSizeLessThanOrEqualTo(200)
        .matches("[ -~]+");
  }
}
