package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises lists of contents: titles, dots that lead the eye, and page numbers that grow. */
final class ContentsListFilter {

  private static final int MIN_LINES = 3;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern AMOUNT = Pattern.compile("[\\d.,]{5,}");

  private ContentsListFilter() {}

  /** The other words, in their order. */
  static List<Word> without(List<Word> words) {
    if (words.stream().noneMatch(ContentsListFilter::isDots)) {
      return words;
    }
    Set<Word> contents = Collections.newSetFromMap(new IdentityHashMap<>());
    List<TextLine> run = new ArrayList<>();
    for (TextLine line : TextLine.of(words)) {
      if (!run.isEmpty() && isEntry(line) && number(line) < number(run.get(run.size() - 1))) {
        close(run, contents);
      }
      if (isEntry(line)) {
        run.add(line);
      }
    }
    close(run, contents);
    return words.stream().filter(word -> !contents.contains(word)).toList();
  }

  private static void close(List<TextLine> run, Set<Word> contents) {
    if (run.size() >= MIN_LINES) {
      run.forEach(line -> contents.addAll(line.words()));
    }
    run.clear();
  }

  /** True for dots that lead the eye. */
  static boolean isDots(Word word) {
    return LeaderDots.has(word) || Segment.isLeader(word);
  }

  /** Text, dots, and behind them one number. */
  private static boolean isEntry(TextLine line) {
    int last = line.words().size() - 1;
    return last >= 2
        && NUMBER.matcher(line.words().get(last).text()).matches()
        && isDots(line.words().get(last - 1))
        && line.words().subList(0, last - 1).stream()
            .noneMatch(word -> AMOUNT.matcher(word.text()).matches());
  }

  private static int number(TextLine line) {
    return Integer.parseInt(line.words().get(line.words().size() - 1).text());
  }
}
