package dev.sluice.pdf;

import dev.sluice.model.document.PageSize;
import dev.sluice.model.document.PageText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts pages by their size, in the order in which the sizes appear; at most 100 sizes. */
final class PageSizes {

  private record Size(float width, float height) {}

  private static final int MAX_SIZES = 100;

  private final Map<Size, Integer> pages = new LinkedHashMap<>();

  void add(PageText page) {
    Size size = new Size(page.widthPoints(), page.heightPoints());
    if (pages.size() < MAX_SIZES || pages.containsKey(size)) {
      pages.merge(size, 1, Integer::sum);
    }
  }

  List<PageSize> list() {
    return pages.entrySet().stream()
        .map(e -> new PageSize(e.getKey().width(), e.getKey().height(), e.getValue()))
        .toList();
  }
}
