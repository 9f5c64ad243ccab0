package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.function.IOConsumer;

/** Makes one outcome of what was found in the parts of a document. */
final class PartAggregator {

  private final ParserSettings settings;
  private final Path folder;

  PartAggregator(ParserSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * What the whole would have come to; its frames hold the given numbers of pages and characters.
   */
  ParseOutcome gather(
      DocumentMetadata metadata,
      int pages,
      long characters,
      List<Gap> gaps,
      IOConsumer<OutputStream> frames)
      throws IOException {
    if (characters > settings.maxCharacters()) {
      return new ParseOutcome.Failed(
          Failure.of(
              FailureCode.TOO_MUCH_TEXT, "More than " + settings.maxCharacters() + " characters."));
    }
    if (!settings.gaps().accepts(pages, gaps.size())) {
      return ParseOutcome.Failed.of(gaps.get(0));
    }
    ParsedPages found = copy(frames, pages);
    return new ParseOutcome.Parsed(
        metadata.withPageSizes(sizesOf(found).list()), found, gaps, PartCost.NONE);
  }

  private ParsedPages copy(IOConsumer<OutputStream> frames, int pages) throws IOException {
    PageBuffer buffer = new PageBuffer(folder);
    boolean kept = false;
    try {
      buffer.addAll(frames, pages);
      kept = true;
      return buffer.finish();
    } finally {
      if (!kept) {
        buffer.close();
      }
    }
  }

  private static PageSizes sizesOf(ParsedPages pages) {
    PageSizes sizes = new PageSizes();
    pages.texts().forEach(sizes::add);
    return sizes;
  }
}
