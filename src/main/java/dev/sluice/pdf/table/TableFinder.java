package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the tables of a page, ruled and unruled ones, within limits. */
public final class TableFinder {

  /** What the flag of a page is called on which a limit was met. */
  public static final String CUT = "tables-cut";

  private static final int MAX_WORDS = 30_000;
  private static final int MAX_CELLS = 20_000;

  /** All that can be found without going beyond a limit. */
  public FoundTables find(PageLayout page) {
    if (page.words().size() > MAX_WORDS) {
      String why = "No tables were looked for among more than " + MAX_WORDS + " words.";
      return new FoundTables(List.of(), List.of(new Flag(page.number(), CUT, why)));
    }
    RotatedPage rotated = RotatedPage.of(page);
    return bounded(page.number(), rotated == null ? all(page) : all(rotated));
  }

  private static List<Table> all(RotatedPage page) {
    return all(page.flat()).stream().map(page::back).toList();
  }

  private static List<Table> all(PageLayout page) {
    Rulings rulings = Rulings.of(page.rulings());
    List<Table> tables = new ArrayList<>(new RuledTables(page).find(rulings));
    tables.addAll(new AlignedTables(page, rulings).find(outside(tables, page.words())));
    tables.sort(Comparator.comparingDouble(table -> table.box().y()));
    return tables;
  }

  private static List<Word> outside(List<Table> tables, List<Word> words) {
    return words.stream()
        .filter(word -> tables.stream().noneMatch(table -> WordPicker.isInside(table.box(), word)))
        .toList();
  }

  private static FoundTables bounded(int page, List<Table> tables) {
    List<Table> kept = new ArrayList<>();
    long cells = 0;
    for (Table table : tables) {
      cells += table.cells().size();
      if (cells <= MAX_CELLS) {
        kept.add(table);
      }
    }
    String why = "Of %d tables %d were kept, with %d cells at most.";
    List<Flag> flags =
        kept.size() == tables.size()
            ? List.of()
            : List.of(new Flag(page, CUT, why.formatted(tables.size(), kept.size(), MAX_CELLS)));
    return new FoundTables(kept, flags);
  }
}
