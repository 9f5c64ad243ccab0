package dev.sluice.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.model.spool.SpoolFile;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps local copies of documents that just arrived here, which saves their first reader a fetch.
 * Later readers, and other replicas, fetch the original.
 */
@Component
public class RecentOriginals {

  private static final Logger LOG = LoggerFactory.getLogger(RecentOriginals.class);
  private static final long WEIGHT_UNIT = 1024; // bytes; weights are small numbers

  private final SpoolFolder folder;
  private final long keepBytes;
  private final Cache<DocumentId, Copy> copies;

  @Autowired
  RecentOriginals(SpoolFolder folder, RecentOriginalsSettings settings, WorkSettings work) {
    this(folder, settings, work.enabled(), Ticker.systemTicker());
  }

  RecentOriginals(
      SpoolFolder folder, RecentOriginalsSettings settings, boolean readHere, Ticker ticker) {
    this.folder = folder;
    keepBytes = readHere ? settings.keepBytes().toBytes() : 0;
    copies =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.keepFor())
            .maximumWeight(keepBytes / WEIGHT_UNIT)
            .weigher((DocumentId id, Copy copy) -> copy.weight())
            .evictionListener((DocumentId id, Copy copy, RemovalCause cause) -> remove(copy))
            .scheduler(Scheduler.systemScheduler())
            .ticker(ticker)
            .build();
  }

  /** Takes over the file of a document that was just received, unless there is no room for it. */
  public void keep(NewDocument document, Path file) throws IOException {
    if (document.sizeBytes() > keepBytes) {
      return;
    }
    copies.put(document.id(), new Copy(folder.adopt(file), document.sizeBytes()));
  }

  /** The document's copy, for the time of the exchange; null if there is none. */
  public Path take(@ExchangeProperty("document") Document document, Exchange exchange) {
    Copy copy = copies.asMap().remove(document.id());
    if (copy == null) {
      return null;
    }
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(copy.file()));
    return copy.file().path();
  }

  private static void remove(Copy copy) {
    try {
      copy.file().close();
    } catch (IOException e) {
      LOG.warn("Cannot remove {}", copy.file().path(), e);
    }
  }

  private record Copy(SpoolFile file, long bytes) {

    int weight() {
      return (int) Math.min(Integer.MAX_VALUE, 1 + bytes / WEIGHT_UNIT);
    }
  }
}
