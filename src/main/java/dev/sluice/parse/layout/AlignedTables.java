package dev.sluice.parse.layout;

import dev.sluice.content.Table;
import dev.sluice.content.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds tables whose cells are not drawn: from horizontal rulings and from how words are aligned.
 */
final class AlignedTables {

  private final PageLayout page;
  private final Rulings rulings;

  AlignedTables(PageLayout page, Rulings rulings) {
    this.page = page;
    this.rulings = rulings;
  }

  /** Among these words of the page; in no order. */
  List<Table> find(List<Word> words) {
    List<Word> all = Leaders.without(Contents.without(words));
    Set<Word> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(all);
    List<Table> tables = new ArrayList<>();
    List<Region> framed =
        new ArrayList<>(new FramedRegions(all, Flows.of(page, all), rulings).find());
    framed.sort(Comparator.comparingInt(region -> -region.lines().size()));
    framed.forEach(region -> take(region, left, tables));
    List<Word> rest = all.stream().filter(left::contains).toList();
    for (List<Word> flow : Flows.of(page, rest)) {
      new OpenRegions(flow, rulings).find().forEach(region -> take(region, left, tables));
    }
    return tables;
  }

  /** Takes a region's words when it is a table and all of them are still there. */
  private void take(Region region, Set<Word> left, List<Table> tables) {
    List<Word> own = region.words();
    if (!left.containsAll(own)) {
      return;
    }
    AlignedTable table = new AlignedTable(region);
    if (Plausible.isTable(table, region, hasLeaders(region))) {
      tables.add(table.table(page.number()));
      own.forEach(left::remove);
    }
  }

  private boolean hasLeaders(Region region) {
    long leaders =
        Words.inside(region.box(), page.words()).stream().filter(Contents::isDots).count();
    return leaders >= 0.4f * region.lines().size();
  }
}
