package dev.sluice.work;

import dev.sluice.claimcheck.ClaimCheck;
import dev.sluice.document.Document;
import dev.sluice.document.DocumentId;
import dev.sluice.document.NewDocument;
import dev.sluice.spool.CloseAfterExchange;
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
 * Originals on local disk: kept from their arrival, or fetched once, however many parts are read
 * here at the same time or soon after each other. What nobody reads gives way to what comes.
 */
@Component
public class SharedOriginals {

  private final IOFunction<String, InputStream> claims;
  private final SpoolFolder folder;
  private final OriginalSettings settings;
  // By their last use, the longest ago first.
  private final Map<DocumentId, SharedOriginal> originals = new LinkedHashMap<>(16, 0.75f, true);
  private long idleBytes;

  @Autowired
  SharedOriginals(
      ClaimCheck claims, SpoolFolder folder, OriginalSettings settings, WorkSettings work) {
    this(claims::open, folder, work.enabled() ? settings : settings.keepingNothing());
  }

  SharedOriginals(
      IOFunction<String, InputStream> claims, SpoolFolder folder, OriginalSettings settings) {
    this.claims = claims;
    this.folder = folder;
    this.settings = settings;
  }

  /** Takes over the file of a document that has just arrived: its first reader may be here. */
  public synchronized void keep(NewDocument document, Path file) throws IOException {
    if (document.sizeBytes() <= settings.keepBytes().toBytes()) {
      SharedOriginal kept = new SharedOriginal(folder.rename(file, document.id().toString()));
      originals.put(document.id(), kept);
      idleBytes += kept.bytes();
      makeRoom();
    }
  }

  /** The document's original, for the time of the exchange; whoever comes first fetches it. */
  public Path fetch(@ExchangeProperty("document") Document document, Exchange exchange)
      throws IOException {
    SharedOriginal original = enter(document.id());
    exchange
        .getExchangeExtension()
        .addOnCompletion(new CloseAfterExchange(() -> leave(document.id(), original)));
    return original.get(folder::newFile, () -> claims.apply(document.claimKey()));
  }

  /**
   * Removes the original of a document that is not to be read from here any more, with its last
   * reader. Null is none, such as of a ticket that could not be claimed.
   */
  public synchronized void release(@ExchangeProperty("document") Document document)
      throws IOException {
    SharedOriginal original = document == null ? null : originals.get(document.id());
    if (original != null) {
      original.release();
      removeIfReleased(document.id(), original);
    }
  }

  /** Removes those that nobody has read for a while. */
  public synchronized void forget() throws IOException {
    removeIdle(original -> original.isIdleFor(settings.keepFor()));
  }

  private synchronized SharedOriginal enter(DocumentId id) {
    SharedOriginal original = originals.computeIfAbsent(id, unknown -> new SharedOriginal());
    if (original.isIdle()) {
      idleBytes -= original.bytes();
    }
    original.enter();
    return original;
  }

  private synchronized void leave(DocumentId id, SharedOriginal original) throws IOException {
    original.leave();
    if (original.isIdle()) {
      idleBytes += original.bytes();
    }
    removeIfReleased(id, original);
    makeRoom();
  }

  private void removeIfReleased(DocumentId id, SharedOriginal original) throws IOException {
    if (original.isReleased() && original.isIdle()) {
      originals.remove(id);
      remove(original);
    }
  }

  private void makeRoom() throws IOException {
    if (idleBytes > settings.keepBytes().toBytes()) {
      removeIdle(original -> idleBytes > settings.keepBytes().toBytes());
    }
  }

  private void removeIdle(Predicate<SharedOriginal> which) throws IOException {
    Iterator<SharedOriginal> all = originals.values().iterator();
    while (all.hasNext()) {
      SharedOriginal original = all.next();
      if (original.isIdle() && which.test(original)) {
        all.remove();
        remove(original);
      }
    }
  }

  private void remove(SharedOriginal original) throws IOException {
    idleBytes -= original.bytes();
    original.remove();
  }
}
