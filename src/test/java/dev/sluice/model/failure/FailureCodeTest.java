package dev.sluice.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureCodeTest {

  @Test
  void whatAnotherVersionWroteHidesNoDocument() {
    assertThat(FailureCode.stored("eaten-by-a-heron")).isEqualTo(FailureCode.INTERNAL);
  }
}
