package dev.sluice.results.rendition;

import dev.sluice.model.document.Document;
import java.util.Locale;

/**
 * Identifies what is made of a page.
 *
 * @param page its number, from 1
 * @param size longer side of a picture of the whole page in pixels; 0 for words
 * @param crop the part of the page that the picture shows, or null
 * @param renderer the version of what makes it
 */
public record RenditionKey(
    Document document, RenditionKind kind, int page, int size, Crop crop, String renderer) {

  /** A strong validator (RFC 9110, 8.8.3): other bytes have another ETag. */
  public String etag() {
    String what = kind.name().toLowerCase(Locale.ROOT);
    String part = crop == null ? "" : "-" + crop;
    return "\"%s-%s-%d-%d%s-%s\"".formatted(document.sha256(), what, page, size, part, renderer);
  }

  /** Its media type. */
  public String contentType() {
    return kind.contentType();
  }
}
