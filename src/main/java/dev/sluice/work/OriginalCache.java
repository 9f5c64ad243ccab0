package dev.sluice.work;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.model.spool.SpoolFile;
import dev.sluice.model.spool.SpoolFolder;
import dev.sluice.store.claimcheck.ClaimCheck;
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
 * Keeps originals of documents in parts, and of those whose pages are looked at, on local disk.
 * Each is fetched once, however much of it is read here at the same time or soon after each other.
 */
@Component
public class OriginalCache {

  private final IOFunction<String, InputStream> claims;
  private final SpoolFolder folder;
  private final OriginalCacheSettings settings;
  // By their last use, the longest ago first.
  private final Map<DocumentId, CachedOriginal> originals = new LinkedHashMap<>(16, 0.75f, true);

  @Autowired
  OriginalCache(ClaimCheck claims, SpoolFolder folder, OriginalCacheSettings settings) {
    this(claims::open, folder, settings);
  }

  OriginalCache(
      IOFunction<String, InputStream> claims, SpoolFolder folder, OriginalCacheSettings settings) {
    this.claims = claims;
    this.folder = folder;
    this.settings = settings;
  }

  /** The document's original, for the time of the exchange; whoever comes first fetches it. */
  public Path fetch(@ExchangeProperty("document") Document document, Exchange exchange)
      throws IOException {
    CachedOriginal original = enter(document.id());
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(() -> leave(original)));
    return original.get(folder::newFile, () -> claims.apply(document.claimKey()));
  }

  /** Keeps the file of a document that was just split, for its parts. */
  public void adopt(
      @ExchangeProperty("document") Document document, @ExchangeProperty("original") Path file)
      throws IOException {
    SpoolFile kept = folder.adopt(file);
    CachedOriginal original = enter(document.id());
    original.adopt(kept);
    leave(original);
  }

  /** Removes the original of a document whose parts were gathered, with its last reader. */
  public synchronized void release(@ExchangeProperty("document") Document document)
      throws IOException {
    CachedOriginal original = originals.get(document.id());
    if (original != null) {
      original.release();
      removeIdle(CachedOriginal::isReleased);
    }
  }

  /** Removes originals that were not read for a while. */
  public synchronized void forget() throws IOException {
    removeIdle(original -> original.isIdleFor(settings.keepFor()));
  }

  private synchronized CachedOriginal enter(DocumentId id) {
    CachedOriginal original = originals.computeIfAbsent(id, unknown -> new CachedOriginal());
    original.enter();
    return original;
  }

  private synchronized void leave(CachedOriginal original) throws IOException {
    original.leave();
    removeIdle(idle -> idle.isReleased() || idleBytes() > settings.keepBytes().toBytes());
  }

  private long idleBytes() {
    return originals.values().stream()
        .filter(CachedOriginal::isIdle)
        .mapToLong(CachedOriginal::bytes)
        .sum();
  }

  private void removeIdle(Predicate<CachedOriginal> which) throws IOException {
    Iterator<CachedOriginal> all = originals.values().iterator();
    while (all.hasNext()) {
      CachedOriginal original = all.next();
      if (original.isIdle() && which.test(original)) {
        all.remove();
        original.remove();
      }
    }
  }
}
