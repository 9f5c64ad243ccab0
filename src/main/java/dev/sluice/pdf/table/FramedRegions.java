package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;

/** Finds what stands between horizontal rulings of one width and looks like rows of a table. */
final class FramedRegions {

  private static final float MARGIN = 4f;

  /** Of the lines between two rulings: those that must fall into segments. */
  private static final float MIN_ROWS = 0.45f;

  /** Of the rulings' length: wider lines are prose rather than names of rows. */
  private static final float NARROW = 0.65f;

  /** More lines of two columns of prose than these are a page's text. */
  private static final int MAX_PROSE = 6;

  /** A page with more of them is a drawing. */
  private static final int MAX_LINES = 1_500;

  private final List<Word> words;
  private final List<Flow> flows;
  private final Rulings rulings;
  private final Rulings drawn;
  private final List<RulingFrame> frames;

  FramedRegions(List<Word> words, List<Flow> flows, Rulings rulings) {
    this.words = words;
    this.flows = flows;
    this.rulings = rulings;
    this.drawn = rulings.drawn();
    this.frames = RulingFrame.of(drawn);
  }

  /** They may overlap, as rulings of several widths may stand in one table. */
  List<TableRegion> find() {
    List<TableRegion> regions = new ArrayList<>();
    if (rulings.horizontal().size() > MAX_LINES) {
      return regions;
    }
    for (RulingFrame frame : frames) {
      addRuns(frame, regions);
    }
    return regions;
  }

  /** Bands that follow each other, a band being what stands between two rulings. */
  private void addRuns(RulingFrame frame, List<TableRegion> regions) {
    List<SegmentedLine> run = new ArrayList<>();
    for (int at = 0; at + 1 < frame.ys().size(); at++) {
      List<SegmentedLine> band = lines(frame, frame.ys().get(at), frame.ys().get(at + 1));
      if (isAroundAnother(frame, at)) {
        close(run, regions);
        continue;
      }
      int end = firstBreak(band);
      if (end < band.size()) {
        addBand(run, withoutNotes(band.subList(0, end)), frame, at, regions);
        close(run, regions);
        band = isFigure(band) ? List.of() : band.subList(start(band), band.size());
      }
      addBand(run, band, frame, at, regions);
    }
    close(run, regions);
  }

  /** True when another table lies between two of these rulings: a wider one, or all of one. */
  private boolean isAroundAnother(RulingFrame frame, int at) {
    float top = frame.ys().get(at) + MARGIN;
    float bottom = frame.ys().get(at + 1) - MARGIN;
    boolean wider = Rulings.between(top, bottom, drawn.horizontal()).anyMatch(frame::isNarrower);
    return wider
        || frames.stream().filter(it -> it.overlaps(frame)).anyMatch(it -> it.isIn(top, bottom));
  }

  private void addBand(
      List<SegmentedLine> run,
      List<SegmentedLine> band,
      RulingFrame frame,
      int at,
      List<TableRegion> regions) {
    if (!band.isEmpty() && !goesOn(run, band, frame, at)) {
      close(run, regions);
    } else {
      run.addAll(band);
    }
  }

  private boolean goesOn(
      List<SegmentedLine> run, List<SegmentedLine> band, RulingFrame frame, int at) {
    boolean heading =
        run.isEmpty()
            ? mayBeHeader(band, frame, at)
            : isHeading(band) && !LineSpacing.isBreak(run, band.get(0));
    return isTabular(band, frame) || heading;
  }

  /** The first title or note, or the first line far below the one above it. */
  private static int firstBreak(List<SegmentedLine> band) {
    int at = 0;
    while (at < band.size() && !isBreak(band, at)) {
      at++;
    }
    return at;
  }

  private static boolean isBreak(List<SegmentedLine> band, int at) {
    return Caption.isOne(band.get(at)) || at > 1 && LineSpacing.isGap(band, at);
  }

  /** What is under the title of a figure or an example is no table, unless it has figures. */
  private static boolean isFigure(List<SegmentedLine> band) {
    boolean titled = band.stream().anyMatch(Caption::isOther);
    long rows = band.stream().filter(line -> HeaderLines.isBody(line.segments())).count();
    return titled && rows < MIN_ROWS * band.size();
  }

  private static List<SegmentedLine> withoutNotes(List<SegmentedLine> band) {
    int end = band.size();
    while (end > 0 && band.get(end - 1).isSingle()) {
      end--;
    }
    return band.subList(0, end);
  }

  /** Where another table begins in a band: behind notes, titles and white space. */
  private static int start(List<SegmentedLine> band) {
    int start = 0;
    for (int at = 0; at < band.size(); at++) {
      start = isBreak(band, at) ? at : start;
    }
    while (start < band.size() && (band.get(start).isSingle() || Caption.isOne(band.get(start)))) {
      start++;
    }
    return start;
  }

  private void close(List<SegmentedLine> run, List<TableRegion> regions) {
    if (run.stream().filter(line -> !line.isSingle()).count() >= 2) {
      List<SegmentedLine> all = beyond(run).around(run);
      if (all.stream().noneMatch(Caption::isOne)) {
        regions.add(new TableRegion(all, true, rulings));
      }
    }
    run.clear();
  }

  private UnframedCells beyond(List<SegmentedLine> run) {
    Word first = run.get(0).words().get(0);
    return new UnframedCells(
        flows.stream()
            .map(Flow::words)
            .filter(flow -> flow.contains(first))
            .findFirst()
            .orElse(words));
  }

  private List<SegmentedLine> lines(RulingFrame frame, float top, float bottom) {
    Box box =
        new Box(
            frame.left() - MARGIN, top, frame.right() - frame.left() + 2 * MARGIN, bottom - top);
    return SegmentedLine.inside(box, words);
  }

  private static boolean isTabular(List<SegmentedLine> band, RulingFrame frame) {
    long rows = band.stream().filter(line -> !line.isSingle()).count();
    long prose = band.stream().filter(FramedRegions::isProse).count();
    float limit = NARROW * (frame.right() - frame.left());
    boolean narrow = band.stream().allMatch(line -> !line.isSingle() || line.box().width() < limit);
    return rows >= 1
        && (rows >= MIN_ROWS * band.size() || narrow)
        && (prose <= MAX_PROSE || prose < 0.5 * band.size())
        && LineSpacing.isEven(band);
  }

  private static boolean isProse(SegmentedLine line) {
    return line.segments().size() <= 2
        && line.segments().stream().allMatch(segment -> segment.isProse(4));
  }

  /** A line alone between two rulings within a table names what follows. */
  private static boolean isHeading(List<SegmentedLine> band) {
    return band.size() <= 2
        && band.stream().allMatch(SegmentedLine::isSingle)
        && !Caption.isOne(band.get(0));
  }

  /** One short line between the first two rulings, right above rows, may head the columns. */
  private boolean mayBeHeader(List<SegmentedLine> band, RulingFrame frame, int at) {
    if (band.size() > 2 || at + 2 >= frame.ys().size() || Caption.isOne(band.get(0))) {
      return false;
    }
    SegmentedLine line = band.get(0);
    List<SegmentedLine> next = lines(frame, frame.ys().get(at + 1), frame.ys().get(at + 2));
    boolean centred = line.box().x() > frame.left() + 0.25f * (frame.right() - frame.left());
    return centred && !next.isEmpty() && isTabular(next, frame);
  }
}
