package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.pdf.ParseOutcome;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.content.PageContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses the PDF engine as its package describes it: by its public types, without Spring and Camel.
 */
class PdfEngineTest {

  @TempDir private Path folder;

  @Test
  void readsADocumentWithDefaultSettings() throws Exception {
    // Given
    Path report = Files.write(folder.resolve("report.pdf"), Pdfs.withText("One", "Two"));
    ParserSettings settings = ParserSettings.defaults(folder.resolve("work"));

    // When
    List<String> texts = new ArrayList<>();
    try (PdfParser parser = new PdfParser(settings);
        ParseOutcome outcome = parser.parse(report)) {
      for (PageContent page : ((ParseOutcome.Parsed) outcome).pages()) {
        texts.add(page.page().text());
      }
    }

    // Then
    assertThat(texts).containsExactly("One", "Two");
  }
}
