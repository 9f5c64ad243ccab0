package dev.sluice.results.rendition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.Rendering;
import dev.sluice.pdf.content.Box;
import java.nio.file.Path;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Returns the kept picture or words of a page, or else has a fork make them now and keeps them. */
@Component
public class PageRenderer {

  private final ThumbnailStore thumbnails;
  private final RenditionCache cache;
  private final ThumbnailSettings settings;
  private final RenditionTurns turns;
  private final PdfParser parser;
  private final ProducerTemplate routes;
  private final ObjectMapper json;

  PageRenderer(
      ThumbnailStore thumbnails,
      RenditionCache cache,
      ThumbnailSettings settings,
      PdfParser parser,
      ProducerTemplate routes,
      ObjectMapper json) {
    this.thumbnails = thumbnails;
    this.cache = cache;
    this.settings = settings;
    this.parser = parser;
    this.routes = routes;
    this.json = json;
    int atOnce = Math.max(1, parser.statistics().size() / 2);
    this.turns = new RenditionTurns(atOnce, settings.longestWait());
  }

  /** A PNG, or words as JSON; throws {@code FailureException} when there is none. */
  public byte[] content(@ExchangeProperty("rendition") RenditionKey key) {
    return store(key).find(key).orElseGet(() -> madeOnce(key)).orThrow();
  }

  /** Makes it of the file, and keeps it or the failure. */
  public Rendition render(@Body Path file, @ExchangeProperty("rendition") RenditionKey key) {
    Rendition rendition = rendition(rendering(file, key));
    store(key).keep(key, rendition);
    return rendition;
  }

  private RenditionStore store(RenditionKey key) {
    return key.kind() == RenditionKind.THUMBNAIL ? thumbnails : cache;
  }

  private Rendition madeOnce(RenditionKey key) {
    try (RenditionTurns.RenditionTurn turn = turns.at(key)) {
      return store(key).find(key).orElseGet(() -> made(key));
    }
  }

  private Rendition made(RenditionKey key) {
    try (RenditionTurns.RenditionTurn turn = turns.atParser()) {
      return routes.requestBody("direct:render-page", key, Rendition.class);
    }
  }

  private Rendering rendering(Path file, RenditionKey key) {
    return key.kind() == RenditionKind.WORDS
        ? parser.words(file, key.page(), settings.longestWait())
        : parser.render(file, key.page(), key.size(), cropOf(key), settings.longestWait());
  }

  private static Box cropOf(RenditionKey key) {
    return key.crop() == null ? null : key.crop().box();
  }

  private Rendition rendition(Rendering rendering) {
    if (rendering instanceof Rendering.Image image) {
      return Rendition.of(image.png());
    }
    if (rendering instanceof Rendering.Words words) {
      return Rendition.of(toJson(PageWordsView.of(words.page())));
    }
    return Rendition.of(((Rendering.Failed) rendering).failure());
  }

  private byte[] toJson(PageWordsView page) {
    try {
      return json.writeValueAsBytes(page);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words hold only plain values", e);
    }
  }
}
