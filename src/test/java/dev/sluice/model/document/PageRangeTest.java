package dev.sluice.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRangeTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "9, 3", "100, 100", "20000, 100", "5, 1000"})
  void rangesCoverEachPageOnceInOrder(int pages, int size) {
    List<PageRange> ranges = PageRange.split(pages, size);

    int next = 1;
    for (PageRange range : ranges) {
      assertThat(range.from()).isEqualTo(next);
      assertThat(range.size()).isBetween(1, size);
      next = range.to() + 1;
    }
    assertThat(next).isEqualTo(pages + 1);
    assertThat(ranges).hasSize((int) Math.ceil((double) pages / size));
  }

  @Test
  void noRangeIsMuchShorterThanTheOthers() {
    assertThat(PageRange.split(201, 100))
        .containsExactly(new PageRange(1, 67), new PageRange(68, 134), new PageRange(135, 201));
  }
}
