package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.filesIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.PageText;
import dev.sluice.pdf.content.PageContent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageBufferTest {

  @TempDir private Path folder;

  @Test
  void fewPagesStayInMemory() {
    try (ParsedPages pages = pagesOf(3, "short")) {
      assertThat(filesIn(folder)).isEmpty();
      assertThat(pages).hasSize(3);
      assertThat(pages.count()).isEqualTo(3);
    }
  }

  @Test
  void manyPagesGoToAFileThatClosingRemoves() {
    // Given 2 MB of pages
    ParsedPages pages = pagesOf(20, "x".repeat(100_000));
    assertThat(filesIn(folder)).hasSize(1);

    // When walked twice, and given up in the middle once
    assertThat(pages).hasSize(20);
    assertThat(pages).extracting(content -> content.page().number()).startsWith(1, 2).endsWith(20);
    assertThat(pages.iterator().next().page().number()).isEqualTo(1);
    pages.close();
    pages.close();

    // Then
    assertThat(filesIn(folder)).isEmpty();
  }

  @Test
  void anUnfinishedStoreLeavesNoFile() {
    // Given
    PageBuffer buffer = new PageBuffer(folder);
    buffer.add(
        ForkFrameCodec.page(PageContent.of(new PageText(1, 1, 1, 0, "x".repeat(2_000_000)))));
    assertThat(filesIn(folder)).hasSize(1);

    // When
    buffer.close();

    // Then
    assertThat(filesIn(folder)).isEmpty();
  }

  private ParsedPages pagesOf(int count, String text) {
    PageBuffer buffer = new PageBuffer(folder);
    for (int number = 1; number <= count; number++) {
      buffer.add(ForkFrameCodec.page(PageContent.of(new PageText(number, 1, 1, 0, text))));
    }
    return buffer.finish();
  }
}
