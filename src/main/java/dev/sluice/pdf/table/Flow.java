package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.List;

/**
 * Words that are read one after the other, and the lines they make. They are those of a page or of
 * one of its columns. Lines are found once here, for all that look for tables among them.
 *
 * @param lines from top to bottom, without dots that only lead the eye
 */
record Flow(List<Word> words, List<SegmentedLine> lines) {

  static Flow of(List<Word> words) {
    return new Flow(words, SegmentedLine.of(words));
  }
}
