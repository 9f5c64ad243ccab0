package dev.sluice.model.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadBufferTest {

  private final ReadBuffer buffer = new ReadBuffer();

  @Test
  void itStaysSmallWhileLittleComesAtATime() {
    // When
    buffer.grow(1);
    buffer.grow(ReadBuffer.SMALLEST - 1);

    // Then
    assertThat(buffer.bytes()).hasSize(ReadBuffer.SMALLEST);
  }

  @Test
  void itDoublesWhenItWasFilledAndKeepsItsSizeAfterwards() {
    // When
    buffer.grow(ReadBuffer.SMALLEST);
    byte[] doubled = buffer.bytes();
    buffer.grow(ReadBuffer.SMALLEST);

    // Then
    assertThat(doubled).hasSize(2 * ReadBuffer.SMALLEST);
    assertThat(buffer.bytes()).isSameAs(doubled);
  }

  @Test
  void itGrowsNoFurtherThanItsLargest() {
    // When
    for (int i = 0; i < 10; i++) {
      buffer.grow(buffer.bytes().length);
    }

    // Then
    assertThat(buffer.bytes()).hasSize(ReadBuffer.LARGEST);
  }
}
