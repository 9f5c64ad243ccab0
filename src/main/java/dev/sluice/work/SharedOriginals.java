package dev.sluice.work;

import dev.sluice.claimcheck.ClaimCheck;
import dev.sluice.document.Document;
import dev.sluice.document.DocumentId;
import dev.sluice.spool.CloseAfterExchange;
import dev.sluice.spool.SpoolFile;
import dev.sluice.spool.SpoolFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.commons.io.function.IOFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Originals of documents in parts on local disk: fetched once, however many parts are read here at
 * the same time or soon after each other.
 */
@Component
public class SharedOriginals {

  private final IOFunction<String, InputStream> claims;
  private final SpoolFolder folder;
  private final OriginalSettings settings;
  // By their last use, the longest ago first.
  private final Map<DocumentId, SharedOriginal> originals = new LinkedHashMap<>(16, 0.75f, true);

  @Autowired
  SharedOriginals(ClaimCheck claims, SpoolFolder folder, OriginalSettings settings) {
    this(claims::open, folder, settings);
  }

  SharedOriginals(
      IOFunction<String, InputStream> claims, SpoolFolder folder, OriginalSettings settings) {
    this.claims = claims;
    this.folder = folder;
    this.settings = settings;
  }

  /** The document's original, for the time of the exchange; whoever comes first fetches it. */
  public Path fetch(@ExchangeProperty("document") Document document, Exchange exchange)
      throws IOException {
    SharedOriginal original = enter(document.id());
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(() -> leave(original)));
    return original.get(folder::newFile, () -> claims.apply(document.claimKey()));
  }

  /** Keeps the file of a document that was just split, for its parts. */
  public void adopt(
      @ExchangeProperty("document") Document document, @ExchangeProperty("original") Path file)
      throws IOException {
    SpoolFile kept = folder.adopt(file);
    SharedOriginal original = enter(document.id());
    original.adopt(kept);
    leave(original);
  }

  /** Removes the original of a document whose parts were gathered, with its last reader. */
  public synchronized void release(@ExchangeProperty("document") Document document)
      throws IOException {
    SharedOriginal original = originals.get(document.id());
    if (original != null) {
      original.release();
      removeIdle(SharedOriginal::isReleased);
    }
  }

  /** Removes those that nobody has read for a while. */
  public synchronized void forget() throws IOException {
    removeIdle(original -> original.isIdleFor(settings.keepFor()));
  }

  private synchronized SharedOriginal enter(DocumentId id) {
    SharedOriginal original = originals.computeIfAbsent(id, unknown -> new SharedOriginal());
    original.enter();
    return original;
  }

  private synchronized void leave(SharedOriginal original) throws IOException {
    original.leave();
    removeIdle(idle -> idle.isReleased() || idleBytes() > settings.keepBytes().toBytes());
  }

  private long idleBytes() {
    return originals.values().stream()
        .filter(SharedOriginal::isIdle)
        .mapToLong(SharedOriginal::bytes)
        .sum();
  }

  private void removeIdle(Predicate<SharedOriginal> which) throws IOException {
    Iterator<SharedOriginal> all = originals.values().iterator();
    while (all.hasNext()) {
      SharedOriginal original = all.next();
      if (original.isIdle() && which.test(original)) {
        all.remove();
        original.remove();
      }
    }
  }
}
