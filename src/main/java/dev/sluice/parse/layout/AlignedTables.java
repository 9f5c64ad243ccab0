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
    List<Table> tables = new ArrayList<>();
    List<Word> rest = Leaders.without(Contents.without(words));
    List<Region> framed = new ArrayList<>(new FramedRegions(rest, rulings).find());
    framed.sort(Comparator.comparingInt(region -> -region.lines().size()));
    for (Region region : framed) {
      rest = take(region, rest, tables);
    }
    for (List<Word> flow : Flows.of(page, rest)) {
      for (Region region : new OpenRegions(flow, rulings).find()) {
        rest = take(region, rest, tables);
      }
    }
    return tables;
  }

  /** What is left of the words, when the region is a table all of whose words are still there. */
  private List<Word> take(Region region, List<Word> words, List<Table> tables) {
    List<Word> own = region.words();
    Set<Word> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(words);
    if (!left.containsAll(own)) {
      return words;
    }
    AlignedTable table = new AlignedTable(region);
    if (!Plausible.isTable(table, region, hasLeaders(region))) {
      return words;
    }
    tables.add(table.table(page.number()));
    own.forEach(left::remove);
    return words.stream().filter(left::contains).toList();
  }

  private boolean hasLeaders(Region region) {
    long leaders =
        Words.inside(region.box(), page.words()).stream().filter(Contents::isDots).count();
    return leaders >= 0.4f * region.lines().size();
  }
}
