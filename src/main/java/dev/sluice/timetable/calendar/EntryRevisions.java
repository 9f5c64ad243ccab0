package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts how often each entry of an owner's calendars was changed. This is the SEQUENCE of RFC
 * 5545, by which calendar programs tell a newer version of an entry from an older one.
 */
@Component
public class EntryRevisions {

  private final JdbcClient jdbc;
  private final CalendarFeedSettings settings;

  EntryRevisions(JdbcClient jdbc, CalendarFeedSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * The sequence of each entry of a document's calendar, by uid. A change in a newer document adds
   * one; an older document changes nothing and is one behind.
   */
  Map<String, Integer> sequences(Document document, List<CalendarEntry> entries) {
    Map<String, Known> known = read(document, entries);
    if (!entries.stream().allMatch(entry -> isNoted(entry, known.get(entry.uid())))) {
      note(document, entries);
      known.putAll(read(document, entries));
    }
    return entries.stream()
        .collect(
            Collectors.toMap(CalendarEntry::uid, entry -> sequence(entry, known.get(entry.uid()))));
  }

  /** Deletes entries that were changed long ago and whose documents are gone; returns how many. */
  public int sweep() {
    return jdbc.sql(
            """
            DELETE FROM calendar_entry
            WHERE changed_at < now() - make_interval(secs => :remember)
              AND NOT EXISTS (SELECT FROM document WHERE id = calendar_entry.document_id)
            """)
        .param("remember", settings.remember().toSeconds())
        .update();
  }

  /**
   * The known fingerprints of an entry.
   *
   * @param own by the document that is asked for
   * @param newer by a newer one
   */
  private record Known(String uid, String fingerprint, int sequence, boolean own, boolean newer) {}

  private static boolean isNoted(CalendarEntry entry, Known known) {
    return known != null
        && (known.newer() || known.own() && known.fingerprint().equals(entry.fingerprint()));
  }

  private static int sequence(CalendarEntry entry, Known known) {
    return known.fingerprint().equals(entry.fingerprint())
        ? known.sequence()
        : Math.max(0, known.sequence() - 1);
  }

  private Map<String, Known> read(Document document, List<CalendarEntry> entries) {
    return jdbc
        .sql(
            """
            SELECT uid, fingerprint, sequence, document_id = :id AS own, document_id > :id AS newer
            FROM calendar_entry WHERE owner = :owner AND uid = ANY (CAST(:uids AS text[]))
            """)
        .param("id", document.id().value())
        .param("owner", document.owner())
        .param("uids", parts(entries, CalendarEntry::uid))
        .query(
            (row, n) ->
                new Known(
                    row.getString("uid"),
                    row.getString("fingerprint"),
                    row.getInt("sequence"),
                    row.getBoolean("own"),
                    row.getBoolean("newer")))
        .list()
        .stream()
        .collect(Collectors.toMap(Known::uid, Function.identity()));
  }

  private void note(Document document, List<CalendarEntry> entries) {
    jdbc.sql(
            """
            INSERT INTO calendar_entry AS known (owner, uid, document_id, fingerprint, sequence)
            SELECT :owner, uid, :id, fingerprint, 0
            FROM unnest(CAST(:uids AS text[]), CAST(:fingerprints AS text[]))
              AS entry (uid, fingerprint)
            ORDER BY uid
            ON CONFLICT (owner, uid) DO UPDATE SET
              document_id = excluded.document_id,
              fingerprint = excluded.fingerprint,
              sequence = known.sequence + (known.fingerprint <> excluded.fingerprint)::integer,
              changed_at = now()
            WHERE known.document_id <= excluded.document_id
            """)
        .param("owner", document.owner())
        .param("id", document.id().value())
        .param("uids", parts(entries, CalendarEntry::uid))
        .param("fingerprints", parts(entries, CalendarEntry::fingerprint))
        .update();
  }

  private static String[] parts(List<CalendarEntry> entries, Function<CalendarEntry, String> part) {
    return entries.stream().map(part).toArray(String[]::new);
  }
}
