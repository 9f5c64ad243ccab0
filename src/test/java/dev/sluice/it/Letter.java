package dev.sluice.it;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/**
 * A document that somebody sends, under a key, until they see a receipt.
 *
 * @param query of the upload
 * @param end the state in which it must end
 * @param pages their texts
 */
record Letter(String key, byte[] pdf, String query, String end, List<String> pages) {

  static Letter saying(String text) {
    return new Letter(text, Pdfs.withText(text, text), "", "completed", List.of(text, text));
  }

  static Letter broken() {
    return new Letter("broken", Pdfs.garbageWithHeader(), "", "invalid", List.of());
  }

  static Letter hanging() {
    return new Letter("hanging", Pdfs.hanging(), "", "dead", List.of());
  }

  /** For which nobody waits. */
  Letter inBulk() {
    return new Letter(key, pdf, "?lane=bulk", end, pages);
  }

  /** The same by somebody who forgot that it was sent. */
  Letter again() {
    return new Letter(key + "-again", pdf, query, end, pages);
  }

  Answer send(ApiClient api) {
    return api.upload(BodyPublishers.ofByteArray(pdf), query, "Idempotency-Key", key);
  }
}
