package dev.sluice.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what was not understood; beyond a limit it only counts. */
final class UnreadRows {

  /** Largest number of rows that are kept. */
  static final int MAX = 1000;

  private static final int MAX_LENGTH = 1000;

  private final List<UnreadRow> kept = new ArrayList<>();
  private int more;
  private int pageOfMore;

  void add(int page, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (kept.size() < MAX) {
      kept.add(new UnreadRow(page, cut(text)));
    } else if (more++ == 0) {
      pageOfMore = page;
    }
  }

  /** By page. */
  List<UnreadRow> all() {
    List<UnreadRow> all = new ArrayList<>(kept);
    all.sort(Comparator.comparingInt(UnreadRow::page));
    if (more > 0) {
      all.add(new UnreadRow(pageOfMore, "and " + more + " more, from this page on"));
    }
    return all;
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "\u2026";
  }
}
