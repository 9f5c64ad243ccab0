package dev.sluice.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadBufferTest {

  private final ReadBuffer buffer = new ReadBuffer();

  @Test
  void itStaysSmallWhileLittleComesAtATime() {
    buffer.grow(1);
    buffer.grow(ReadBuffer.SMALL - 1);

    assertThat(buffer.bytes()).hasSize(ReadBuffer.SMALL);
  }

  @Test
  void itIsLargeForGoodOnceItWasFilled() {
    // When
    buffer.grow(ReadBuffer.SMALL);
    byte[] large = buffer.bytes();
    buffer.grow(1);
    buffer.grow(ReadBuffer.SMALL);

    // Then
    assertThat(large).hasSize(ReadBuffer.LARGE);
    assertThat(buffer.bytes()).isSameAs(large);
  }
}
