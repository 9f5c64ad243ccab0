package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.List;

/** A line of a page, or of one of its columns of text, as the segments it falls into. */
record SegmentedLine(List<Segment> segments, float baseline, float size, Box box) {

  /** From top to bottom; lines of nothing but leading dots are left out. */
  static List<SegmentedLine> of(List<Word> words) {
    return TextLine.of(words).stream()
        .map(Segment::of)
        .filter(segments -> !segments.isEmpty())
        .map(SegmentedLine::new)
        .toList();
  }

  /** Of the words whose middle is in the box. */
  static List<SegmentedLine> inside(Box box, List<Word> words) {
    return of(WordPicker.inside(box, words));
  }

  /** The smallest box around all of them; there is at least one. */
  static Box around(List<SegmentedLine> lines) {
    return lines.stream().map(SegmentedLine::box).reduce(Box::around).orElseThrow();
  }

  SegmentedLine(List<Segment> segments) {
    this(
        List.copyOf(segments),
        segments.get(0).words().get(0).baseline(),
        (float) segments.stream().mapToDouble(Segment::size).max().orElseThrow(),
        segments.stream().map(Segment::box).reduce(Box::around).orElseThrow());
  }

  boolean isSingle() {
    return segments.size() == 1;
  }

  Segment first() {
    return segments.get(0);
  }

  float middle() {
    return baseline - 0.3f * size;
  }

  List<Word> words() {
    return segments.stream().flatMap(segment -> segment.words().stream()).toList();
  }
}
