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

  private final Queue<Letter> unsent = new ArrayDeque<>();
  private final Map<Letter, String> receipts = new HashMap<>();

  void take(Collection<Letter> letters) {
    unsent.addAll(letters);
  }

  /** False if Sluice is not there, or no longer. */
  boolean sendAll(ApiClient api) {
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
}
