package dev.sluice.results.rendition;

import java.util.Set;

/** What is made of a page of an original. */
enum RenditionKind {
  /** A small picture of the first page, kept in the database. */
  THUMBNAIL("image/png", 300, Set.of(150, 300, 600)),
  /** A picture of any page, kept in memory. */
  IMAGE("image/png", 1200, Set.of(600, 1200, 2000)),
  /** The words of a page with their boxes, kept in memory. */
  WORDS("application/json", 0, Set.of());

  /** Longer side of the largest picture of a page, in pixels; parts of it are legible. */
  static final int LARGEST = 2000;

  private final String contentType;
  private final int defaultSize;
  private final Set<Integer> sizes;

  RenditionKind(String contentType, int defaultSize, Set<Integer> sizes) {
    this.contentType = contentType;
    this.defaultSize = defaultSize;
    this.sizes = sizes;
  }

  String contentType() {
    return contentType;
  }

  /** The longer side of a picture in pixels, if its caller names none. */
  int defaultSize() {
    return defaultSize;
  }

  /** Reads a size; throws {@link IllegalArgumentException} unless pictures come in this size. */
  int size(String text) {
    int size = Integer.parseInt(text);
    if (!sizes.contains(size)) {
      throw new IllegalArgumentException("none of " + sizes);
    }
    return size;
  }
}
