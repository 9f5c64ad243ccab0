package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Component;

/** Reads which part of an original a caller wants (RFC 9110, 14). */
@Component
public class RequestedRange {

  /**
   * All of it, unless the caller wants one part of what it knows already. Several parts at once are
   * not offered; then, and if the header makes no sense, the answer is all of it, as the RFC
   * allows. Throws {@link FailureException} if the original ends before the part.
   */
  public ByteRange of(
      @Header("CamelHttpServletRequest") HttpServletRequest http, @Body Document document) {
    long size = document.sizeBytes();
    List<HttpRange> ranges = ranges(http.getHeader(HttpHeaders.RANGE));
    String known = http.getHeader(HttpHeaders.IF_RANGE);
    if (ranges.size() != 1 || known != null && !known.equals(etag(document))) {
      return ByteRange.whole(size);
    }
    long first = ranges.get(0).getRangeStart(size);
    if (first >= size) {
      throw new FailureException(
          Failure.of(FailureCode.RANGE_NOT_SATISFIABLE, "The original ends before this range."),
          Map.of("size", size));
    }
    return new ByteRange(first, ranges.get(0).getRangeEnd(size), size);
  }

  /** Tells the caller how much will come, as Camel keeps a route's Content-Length to itself. */
  public void announce(
      @Header("CamelHttpServletResponse") HttpServletResponse response,
      @ExchangeProperty("range") ByteRange range) {
    response.setContentLengthLong(range.length());
  }

  /** A strong validator: the same content is the same bytes. */
  public String etag(@Body Document document) {
    return '"' + document.sha256() + '"';
  }

  private static List<HttpRange> ranges(String header) {
    try {
      return HttpRange.parseRanges(header);
    } catch (IllegalArgumentException noRange) {
      return List.of();
    }
  }
}
