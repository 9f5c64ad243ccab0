package dev.sluice.results.thumbnail;

import dev.sluice.model.document.Document;
import java.util.Set;

/**
 * Identifies a thumbnail.
 *
 * @param size its longer side in pixels: 150, 300 or 600
 * @param renderer the version of what draws it
 */
public record ThumbnailKey(Document document, int size, String renderer) {

  static final Set<Integer> SIZES = Set.of(150, 300, 600);

  /** A strong validator (RFC 9110, 8.8.3): other bytes have another ETag. */
  public String etag() {
    return "\"" + document.sha256() + "-" + size + "-" + renderer + "\"";
  }
}
