package dev.sluice.parse.layout;

import dev.sluice.content.Table;
import dev.sluice.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the tables of a page, ruled and unruled ones. */
public final class TableFinder {

  /** The page's tables from top to bottom; none overlaps another. */
  public List<Table> find(PageLayout page) {
    Rulings rulings = Rulings.of(page.rulings());
    List<Table> tables = new ArrayList<>(new RuledTables(page).find(rulings));
    tables.addAll(new AlignedTables(page, rulings).find(outside(tables, page.words())));
    tables.sort(Comparator.comparingDouble(table -> table.box().y()));
    return List.copyOf(tables);
  }

  private static List<Word> outside(List<Table> tables, List<Word> words) {
    return words.stream()
        .filter(word -> tables.stream().noneMatch(table -> Words.isInside(table.box(), word)))
        .toList();
  }
}
