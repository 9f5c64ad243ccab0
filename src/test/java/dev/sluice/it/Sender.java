package dev.sluice.it;

import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends letters until each has its receipt, whatever happens to Sluice meanwhile. */
final class Sender {

  private final Doors doors;
  private final List<Letter> unsent = new ArrayList<>();
  private final Map<Letter, String> receipts = new HashMap<>();

  Sender(Doors doors) {
    this.doors = doors;
  }

  void take(Collection<Letter> letters) {
    unsent.addAll(letters);
  }

  /** False as long as not each has its receipt, or Sluice is not there. */
  boolean sendAll() throws IOException, SftpException {
    try {
      for (Letter letter : List.copyOf(unsent)) {
        doors.send(letter).ifPresent(id -> keep(letter, id));
      }
      return unsent.isEmpty();
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  private void keep(Letter letter, String id) {
    receipts.put(letter, id);
    unsent.remove(letter);
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
