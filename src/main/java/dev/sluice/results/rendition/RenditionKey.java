package dev.sluice.results.rendition;

import dev.sluice.model.document.Document;
import java.util.Locale;

/**
 * Identifies what is made of a page.
 *
 * @param page its number, from 1
 * @param size longer side of a picture in pixels; 0 for words
 * @param renderer the version of what makes it
 */
public record RenditionKey(
    Document document, RenditionKind kind, int page, int size, String renderer) {

  /** A strong validator (RFC 9110, 8.8.3): other bytes have another ETag. */
  public String etag() {
    String what = kind.name().toLowerCase(Locale.ROOT);
    return "\"%s-%s-%d-%d-%s\"".formatted(document.sha256(), what, page, size, renderer);
  }

  /** Its media type. */
  public String contentType() {
    return kind.contentType();
  }
}
