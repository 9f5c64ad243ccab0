package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceRefTest {

  @Test
  void aReferenceIsKeptAsItIsButForControlCharacters() {
    assertThat(SourceRef.of("s3://drop/in/Übung 1.pdf")).isEqualTo("s3://drop/in/Übung 1.pdf");
    assertThat(SourceRef.of("a\u0000b\nc\uD800.pdf")).isEqualTo("abc.pdf");
    assertThat(SourceRef.of(null)).isNull();
  }

  @Test
  void aLongReferenceIsCutBetweenTwoCharacters() {
    String cut = SourceRef.of("x" + "ü".repeat(2000));

    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSize(1999);
    assertThat(cut).isEqualTo("x" + "ü".repeat(999));
  }
}
