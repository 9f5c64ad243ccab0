package dev.sluice.results.thumbnail;

import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.Rendering;
import java.nio.file.Path;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Returns the stored thumbnail, or else draws one now and stores it. */
@Component
public class ThumbnailRenderer {

  private final ThumbnailStore store;
  private final ThumbnailSettings settings;
  private final ThumbnailTurns turns;
  private final PdfParser parser;
  private final ProducerTemplate routes;

  ThumbnailRenderer(
      ThumbnailStore store, ThumbnailSettings settings, PdfParser parser, ProducerTemplate routes) {
    this.store = store;
    this.settings = settings;
    this.parser = parser;
    this.routes = routes;
    int atOnce = Math.max(1, parser.statistics().size() / 2);
    this.turns = new ThumbnailTurns(atOnce, settings.longestWait());
  }

  /** The picture as a PNG; throws {@code FailureException} when there is none. */
  public byte[] png(@ExchangeProperty("thumbnail") ThumbnailKey key) {
    return store.find(key).orElseGet(() -> drawnOnce(key)).orThrow();
  }

  /** Draws the file's first page, and keeps the picture or the failure. */
  public Thumbnail draw(@Body Path file, @ExchangeProperty("thumbnail") ThumbnailKey key) {
    Thumbnail thumbnail = thumbnail(parser.render(file, key.size(), settings.longestWait()));
    store.keep(key, thumbnail);
    return thumbnail;
  }

  private Thumbnail drawnOnce(ThumbnailKey key) {
    try (ThumbnailTurns.DrawingTurn turn = turns.atDocument(key.document().id())) {
      return store.find(key).orElseGet(() -> drawn(key));
    }
  }

  private Thumbnail drawn(ThumbnailKey key) {
    try (ThumbnailTurns.DrawingTurn turn = turns.atParser()) {
      return routes.requestBody("direct:draw-thumbnail", key, Thumbnail.class);
    }
  }

  private static Thumbnail thumbnail(Rendering rendering) {
    if (rendering instanceof Rendering.Image image) {
      return Thumbnail.of(image.png());
    }
    return Thumbnail.of(((Rendering.Failed) rendering).failure());
  }
}
