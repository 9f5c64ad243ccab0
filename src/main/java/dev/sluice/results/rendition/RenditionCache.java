package dev.sluice.results.rendition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.sluice.model.document.DocumentId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps page images and words in the memory of this replica, up to a number of bytes. What is not
 * asked for is forgotten after a while; whether the original is still there is asked before.
 */
@Component
class RenditionCache implements RenditionStore {

  /** Bytes that an entry takes besides its content. */
  private static final int OVERHEAD = 512;

  private final Cache<CacheKey, Rendition> renditions;

  /** A document and the tag of what was made of it. */
  private record CacheKey(DocumentId document, String etag) {

    static CacheKey of(RenditionKey key) {
      return new CacheKey(key.document().id(), key.etag());
    }
  }

  RenditionCache(RenditionSettings settings, ThumbnailSettings failures) {
    this.renditions =
        Caffeine.newBuilder()
            .maximumWeight(settings.keepBytes().toBytes())
            .weigher((CacheKey key, Rendition rendition) -> bytes(rendition))
            .expireAfter(
                Expiry.<CacheKey, Rendition>accessing(
                    (key, rendition) -> time(rendition, settings, failures)))
            .build();
  }

  @Override
  public Optional<Rendition> find(RenditionKey key) {
    return Optional.ofNullable(renditions.getIfPresent(CacheKey.of(key)));
  }

  @Override
  public void keep(RenditionKey key, Rendition rendition) {
    renditions.put(CacheKey.of(key), rendition);
  }

  private static int bytes(Rendition rendition) {
    return OVERHEAD + (rendition.content() == null ? 0 : rendition.content().length);
  }

  private static Duration time(
      Rendition rendition, RenditionSettings settings, ThumbnailSettings failures) {
    return rendition.failure() == null ? settings.keepFor() : failures.forgetFailure();
  }
}
