package dev.sluice.it;

import dev.sluice.fixture.Pdfs;
import java.util.Collections;
import java.util.List;

/**
 * A document that somebody sends, under a key, until they see a receipt.
 *
 * @param door by which it comes
 * @param end the state in which it must end
 * @param pages their texts
 */
record Letter(String key, byte[] pdf, Door door, String end, List<String> pages) {

  static Letter saying(String text) {
    return new Letter(
        text, Pdfs.withText(text, text), Door.UPLOAD, "completed", List.of(text, text));
  }

  /** Of so many pages that it is read in parts, where that begins at five. */
  static Letter large(String text) {
    List<String> pages = Collections.nCopies(5, text);
    byte[] pdf = Pdfs.withText(pages.toArray(String[]::new));
    return new Letter(text, pdf, Door.UPLOAD, "completed", pages);
  }

  static Letter broken() {
    return new Letter("broken", Pdfs.garbageWithHeader(), Door.UPLOAD, "invalid", List.of());
  }

  static Letter hanging() {
    return new Letter("hanging", Pdfs.hanging(), Door.UPLOAD, "dead", List.of());
  }

  Letter by(Door other) {
    return new Letter(key, pdf, other, end, pages);
  }

  /** The same by somebody who forgot that it was sent. */
  Letter again() {
    return new Letter(key + "-again", pdf, door, end, pages);
  }

  /** A name of a file for it. */
  String fileName() {
    return key.replaceAll("[^A-Za-z-]", "-") + ".pdf";
  }
}
