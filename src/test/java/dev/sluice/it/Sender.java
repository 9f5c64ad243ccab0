package dev.sluice.it;

import dev.sluice.it.ApiClient.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Sends letters until each has its receipt, whatever happens to Sluice meanwhile. */
final class Sender {

  private final ApiClient api;
  private final Queue<Letter> unsent = new ArrayDeque<>();
  private final Map<Letter, String> receipts = new HashMap<>();

  Sender(ApiClient api) {
    this.api = api;
  }

  void take(Collection<Letter> letters) {
    unsent.addAll(letters);
  }

  /** False if Sluice is not there, or no longer. */
  boolean sendAll() {
    try {
      while (!unsent.isEmpty()) {
        Answer receipt = unsent.peek().send(api);
        if (receipt.status() / 100 != 2) {
          return false;
        }
        receipts.put(unsent.remove(), receipt.text("id"));
      }
      return true;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  /** Each letter that has a receipt, with the id on it. */
  Map<Letter, String> receipts() {
    return receipts;
  }

  /** One for each content. */
  Collection<String> ids() {
    Map<byte[], String> ids = new HashMap<>(); // letters with the same content share its bytes
    receipts.forEach((letter, id) -> ids.put(letter.pdf(), id));
    return ids.values();
  }
}
