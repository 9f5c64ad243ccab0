package dev.sluice.it;

import dev.sluice.fixture.Pdfs;
import java.util.Collections;
import java.util.List;

/**
 * A document that a caller sends, under a key, until a receipt comes back.
 *
 * @param door by which it comes
 * @param end the state in which it must end
 * @param pages their texts
 */
public record SentPdf(String key, byte[] pdf, Door door, String end, List<String> pages) {

  public static SentPdf saying(String text) {
    return new SentPdf(
        text, Pdfs.withText(text, text), Door.UPLOAD, "completed", List.of(text, text));
  }

  /** A document with enough pages to be read in parts, where that begins at five. */
  public static SentPdf large(String text) {
    List<String> pages = Collections.nCopies(5, text);
    byte[] pdf = Pdfs.withText(pages.toArray(String[]::new));
    return new SentPdf(text, pdf, Door.UPLOAD, "completed", pages);
  }

  public static SentPdf broken() {
    return new SentPdf("broken", Pdfs.garbageWithHeader(), Door.UPLOAD, "invalid", List.of());
  }

  public static SentPdf hanging() {
    return new SentPdf("hanging", Pdfs.hanging(), Door.UPLOAD, "dead", List.of());
  }

  public SentPdf by(Door other) {
    return new SentPdf(key, pdf, other, end, pages);
  }

  /** The same document, sent by a caller who forgot that it was sent before. */
  public SentPdf again() {
    return new SentPdf(key + "-again", pdf, door, end, pages);
  }

  /** A name of a file for it. */
  public String fileName() {
    return key.replaceAll("[^A-Za-z-]", "-") + ".pdf";
  }
}
