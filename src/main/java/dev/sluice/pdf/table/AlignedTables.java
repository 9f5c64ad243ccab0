package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
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
    List<Word> all = LeaderDots.without(ContentsListFilter.without(words));
    Set<Word> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(all);
    List<Flow> flows = flows(all);
    List<TableRegion> framed = new ArrayList<>(new FramedRegions(all, flows, rulings).find());
    framed.sort(Comparator.comparingInt(region -> -region.lines().size()));
    List<Table> tables = new ArrayList<>();
    framed.forEach(region -> take(region, left, tables));
    List<Flow> rest =
        tables.isEmpty() ? flows : flows(all.stream().filter(left::contains).toList());
    for (Flow flow : rest) {
      new OpenRegions(flow.lines(), rulings).find().forEach(region -> take(region, left, tables));
    }
    return tables;
  }

  private List<Flow> flows(List<Word> words) {
    return ColumnFlows.of(page.width(), Flow.of(words));
  }

  /** Takes a region's words when it is a table and all of them are still there. */
  private void take(TableRegion region, Set<Word> left, List<Table> tables) {
    List<Word> own = region.words();
    if (!left.containsAll(own)) {
      return;
    }
    AlignedTable table = new AlignedTable(region);
    if (TableFilter.isTable(table, region, hasLeaders(region))) {
      tables.add(table.table(page.number()));
      own.forEach(left::remove);
    }
  }

  private boolean hasLeaders(TableRegion region) {
    long leaders =
        WordPicker.inside(region.box(), page.words()).stream()
            .filter(ContentsListFilter::isDots)
            .count();
    return leaders >= 0.4f * region.lines().size();
  }
}
