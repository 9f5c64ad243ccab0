package dev.sluice.it;

import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends documents until each has its receipt, whatever happens to Sluice meanwhile. */
public final class RequestSender {

  private final Doors doors;
  private final List<SentPdf> unsent = new ArrayList<>();
  private final Map<SentPdf, String> receipts = new HashMap<>();

  public RequestSender(Doors doors) {
    this.doors = doors;
  }

  public void take(Collection<SentPdf> letters) {
    unsent.addAll(letters);
  }

  /** False as long as not each has its receipt, or Sluice is not there. */
  public boolean sendAll() throws IOException, SftpException {
    try {
      for (SentPdf pdf : List.copyOf(unsent)) {
        doors.send(pdf).ifPresent(id -> keep(pdf, id));
      }
      return unsent.isEmpty();
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  private void keep(SentPdf pdf, String id) {
    receipts.put(pdf, id);
    unsent.remove(pdf);
  }

  /** Each document that has a receipt, with the id on it. */
  public Map<SentPdf, String> receipts() {
    return receipts;
  }

  /** One for each content. */
  public Collection<String> ids() {
    Map<byte[], String> ids = new HashMap<>(); // documents with the same content share its bytes
    receipts.forEach((pdf, id) -> ids.put(pdf.pdf(), id));
    return ids.values();
  }
}
