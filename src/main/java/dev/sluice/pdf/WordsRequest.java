package dev.sluice.pdf;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Asks a fork for the words of the first of some pages.
 *
 * @param document the file, the page, and what it may cost
 */
public record WordsRequest(ParseRequest document) implements PageRequest {

  @Override
  public WordsRequest of(Path pdf) {
    return new WordsRequest(document.of(pdf));
  }

  @Override
  public ForkFrame toFrame() throws IOException {
    return new ForkFrame(ForkFrame.Type.READ_WORDS, document.toFrame().payload());
  }

  static WordsRequest of(ForkFrame frame) throws IOException {
    return new WordsRequest(ParseRequest.of(frame));
  }
}
