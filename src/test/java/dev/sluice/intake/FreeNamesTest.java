package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeNamesTest {

  @Test
  void aFileKeepsItsNameIfItCanAndElseSaysWhenItWasWritten() {
    assertThat(FreeNames.marks(Instant.parse("2026-11-29T12:00:01.5Z")))
        .startsWith("", "~20261129T120001Z", "~20261129T120001Z-2", "~20261129T120001Z-3")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "plan.pdf, plan~1.pdf",
    "a.b/plan, a.b/plan~1",
    "a/.hidden, a/.hidden~1",
    "plan.2026 of all, plan.2026 of all~1",
    "plan., plan~1."
  })
  void aMarkStandsBeforeTheEnding(String name, String marked) {
    assertThat(FreeNames.marked(name, "~1")).isEqualTo(marked);
    assertThat(FreeNames.marked(name, "")).isEqualTo(name);
  }
}
