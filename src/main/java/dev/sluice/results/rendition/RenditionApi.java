package dev.sluice.results.rendition;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The API's calls for pictures and words of pages: which is wanted, and whether the caller has it.
 */
@Component
public class RenditionApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final ParserVersion renderer;

  RenditionApi(ParserVersion renderer) {
    this.renderer = renderer;
  }

  /** The wanted thumbnail of a document; throws {@link FailureException} if it can have none. */
  public RenditionKey thumbnail(@Header(REQUEST) HttpServletRequest http, @Body Document document) {
    int size = size(http, RenditionKind.THUMBNAIL);
    requireReadable(document);
    return new RenditionKey(document, RenditionKind.THUMBNAIL, 1, size, null, renderer.value());
  }

  /** The wanted image of a page; throws {@link FailureException} if there can be none. */
  public RenditionKey image(
      @Header(REQUEST) HttpServletRequest http,
      @Header("number") String number,
      @Body Document document) {
    Crop crop = new ApiRequest(http).read("crop", Crop::of);
    int size = crop == null ? size(http, RenditionKind.IMAGE) : sizeOfCropped(http);
    int page = page(number, document);
    return new RenditionKey(document, RenditionKind.IMAGE, page, size, crop, renderer.value());
  }

  /** The wanted words of a page; throws {@link FailureException} if there can be none. */
  public RenditionKey words(@Header("number") String number, @Body Document document) {
    int page = page(number, document);
    return new RenditionKey(document, RenditionKind.WORDS, page, 0, null, renderer.value());
  }

  private static int size(HttpServletRequest http, RenditionKind kind) {
    Integer size = new ApiRequest(http).read("size", kind::size);
    return size == null ? kind.defaultSize() : size;
  }

  private static int sizeOfCropped(HttpServletRequest http) {
    Integer size = new ApiRequest(http).read("size", RenditionKind.IMAGE::size);
    return size == null ? RenditionKind.LARGEST : size;
  }

  /** Of a document that was not read yet, the fork knows which pages there are. */
  private static int page(String number, Document document) {
    int page = ApiRequest.pageNumber(number);
    requireReadable(document);
    if (document.pageCount() != null && page > document.pageCount()) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such page.");
    }
    return page;
  }

  private static void requireReadable(Document document) {
    if (document.state() == DocumentState.INVALID) {
      throw new FailureException(
          Failure.of(FailureCode.NO_RESULT, "The document cannot be read."),
          Map.of("state", document.state().label(), "failure", document.failureCode()));
    }
  }

  /** True if the caller named its tag (RFC 9110, 13.1.2). */
  public boolean isKnown(
      @Header(REQUEST) HttpServletRequest http, @ExchangeProperty("rendition") RenditionKey key) {
    return Collections.list(http.getHeaders("If-None-Match")).stream()
        .flatMap(header -> Stream.of(header.split(",")))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(key.etag()::equals);
  }

  /**
   * Lets the caller's own cache keep it for an hour. It sets the header itself, as Camel passes no
   * Cache-Control of a message on.
   */
  public void mayBeCached(@Header("CamelHttpServletResponse") HttpServletResponse response) {
    CacheControl caching = CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching.getHeaderValue());
  }
}
