package dev.sluice.parse.layout;

import dev.sluice.content.Table;
import java.util.List;

/** Finds the tables of a page, ruled and unruled ones. */
public final class TableFinder {

  /** The page's tables from top to bottom; none overlaps another. */
  public List<Table> find(PageLayout page) {
    return List.of();
  }
}
