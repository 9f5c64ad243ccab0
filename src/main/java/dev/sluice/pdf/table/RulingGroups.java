package dev.sluice.pdf.table;

import static dev.sluice.pdf.table.Rulings.across;
import static dev.sluice.pdf.table.Rulings.end;
import static dev.sluice.pdf.table.Rulings.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups horizontal and vertical rulings by whether they meet, at once or through others. */
final class RulingGroups {

  /** Pages with more lines one way are drawings; comparing all of them would take long. */
  private static final int MAX_LINES = 1_500;

  private final Rulings rulings;
  private final int[] leader;

  RulingGroups(Rulings rulings) {
    this.rulings = rulings;
    this.leader = new int[rulings.horizontal().size() + rulings.vertical().size()];
    for (int at = 0; at < leader.length; at++) {
      leader[at] = at;
    }
  }

  /** Of lines both ways, each in the order of the page's rulings. */
  List<Rulings> groups() {
    if (rulings.horizontal().size() > MAX_LINES || rulings.vertical().size() > MAX_LINES) {
      return List.of();
    }
    meet();
    Map<Integer, Rulings> groups = new LinkedHashMap<>();
    int at = 0;
    for (Ruling line : rulings.horizontal()) {
      group(groups, at++).horizontal().add(line);
    }
    for (Ruling line : rulings.vertical()) {
      group(groups, at++).vertical().add(line);
    }
    groups.values().removeIf(it -> it.horizontal().isEmpty() || it.vertical().isEmpty());
    return List.copyOf(groups.values());
  }

  private Rulings group(Map<Integer, Rulings> groups, int line) {
    return groups.computeIfAbsent(
        leaderOf(line), none -> new Rulings(new ArrayList<>(), new ArrayList<>()));
  }

  private void meet() {
    int horizontals = rulings.horizontal().size();
    for (int h = 0; h < horizontals; h++) {
      for (int v = 0; v < rulings.vertical().size(); v++) {
        if (meets(rulings.horizontal().get(h), rulings.vertical().get(v))) {
          leader[leaderOf(h)] = leaderOf(horizontals + v);
        }
      }
    }
  }

  private static boolean meets(Ruling horizontal, Ruling vertical) {
    return isWithin(across(vertical), horizontal) && isWithin(across(horizontal), vertical);
  }

  private static boolean isWithin(float at, Ruling line) {
    return at >= start(line) - Lattice.REACH && at <= end(line) + Lattice.REACH;
  }

  private int leaderOf(int line) {
    int at = line;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }
}
