package dev.sluice.results.thumbnail;

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

/** The API's call for a thumbnail: which one is wanted, and whether the caller has it. */
@Component
public class ThumbnailApi {

  private static final String REQUEST = "CamelHttpServletRequest";
  private static final int DEFAULT_SIZE = 300;

  private final ParserVersion renderer;

  ThumbnailApi(ParserVersion renderer) {
    this.renderer = renderer;
  }

  /** The wanted thumbnail of a document; throws {@link FailureException} if it can have none. */
  public ThumbnailKey wanted(@Header(REQUEST) HttpServletRequest http, @Body Document document) {
    Integer size = new ApiRequest(http).read("size", ThumbnailApi::size);
    if (document.state() == DocumentState.INVALID) {
      throw new FailureException(
          Failure.of(FailureCode.NO_RESULT, "The document cannot be read."),
          Map.of("state", document.state().label(), "failure", document.failureCode()));
    }
    return new ThumbnailKey(document, size == null ? DEFAULT_SIZE : size, renderer.value());
  }

  /** True if the caller named the picture's tag (RFC 9110, 13.1.2). */
  public boolean isKnown(
      @Header(REQUEST) HttpServletRequest http, @ExchangeProperty("thumbnail") ThumbnailKey key) {
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

  private static int size(String text) {
    int size = Integer.parseInt(text);
    if (!ThumbnailKey.SIZES.contains(size)) {
      throw new IllegalArgumentException("none of them");
    }
    return size;
  }
}
