package dev.sluice.timetable.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.web.DownloadName;
import java.util.List;
import org.springframework.http.ETag;

/**
 * A calendar as an HTTP answer.
 *
 * @param status 200, or 304 if the caller has it already; then its body is empty
 * @param etag in quotes, the same for the same text
 * @param leftOut number of events that it lacks, whatever the reason
 * @param past whether all of it has passed
 * @param disposition the name under which a browser saves it, as a header
 */
public record CalendarFile(
    int status, String etag, int leftOut, boolean past, String disposition, byte[] body) {

  /** The text, unless the caller has it already. */
  static CalendarFile of(
      String text, CalendarSummary summary, String fileName, String ifNoneMatch) {
    String etag = "\"" + EventFingerprint.sha256(text).substring(0, 32) + "\"";
    boolean known = isKnown(etag, ifNoneMatch);
    return new CalendarFile(
        known ? 304 : 200,
        etag,
        summary.eventsLeftOut(),
        summary.past(),
        DownloadName.of(fileName),
        known ? new byte[0] : text.getBytes(UTF_8));
  }

  private static boolean isKnown(String etag, String ifNoneMatch) {
    List<ETag> known = ifNoneMatch == null ? List.of() : ETag.parse(ifNoneMatch);
    return known.stream()
        .anyMatch(tag -> tag.isWildcard() || tag.compare(ETag.create(etag), false));
  }
}
