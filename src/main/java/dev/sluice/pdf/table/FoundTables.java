package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.Table;
import java.util.List;

/**
 * The tables of a page.
 *
 * @param tables from top to bottom; none overlaps another
 * @param flags when a limit was met, so that there may be more
 */
public record FoundTables(List<Table> tables, List<Flag> flags) {

  /** Makes its lists unchangeable. */
  public FoundTables {
    tables = List.copyOf(tables);
    flags = List.copyOf(flags);
  }
}
