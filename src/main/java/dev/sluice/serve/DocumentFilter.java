package dev.sluice.serve;

import dev.sluice.document.DocumentId;
import dev.sluice.document.DocumentState;
import dev.sluice.document.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which documents a list shows; null means any.
 *
 * @param source where it lay at its sender; all that begin so if it ends with {@code *}
 * @param from received at or after
 * @param to received before
 * @param gaps completed with some of its pages missing, or with none
 * @param text words that stand together on a page
 * @param after the last document of the part before
 */
record DocumentFilter(
    DocumentState state,
    Origin origin,
    String source,
    Instant from,
    Instant to,
    Boolean gaps,
    String text,
    DocumentId after) {

  /** The conditions as SQL; their values are {@link #parameters}. */
  String conditions() {
    List<String> conditions = new ArrayList<>();
    conditions.add("d.owner = :owner");
    if (state != null) {
      conditions.add("d.state = :state");
    }
    if (origin != null) {
      conditions.add("d.origin = :origin");
    }
    if (source != null) {
      conditions.add("d.id IN (SELECT document_id FROM document_source WHERE ref LIKE :source)");
    }
    if (from != null) {
      conditions.add("d.received_at >= CAST(:from AS timestamptz)");
    }
    if (to != null) {
      conditions.add("d.received_at < CAST(:to AS timestamptz)");
    }
    if (gaps != null) {
      conditions.add(
          "d.state = 'completed' AND d.pages_done " + (gaps ? "<" : "=") + " d.page_count");
    }
    if (text != null) {
      conditions.add(
          "d.id IN (SELECT document_id FROM page WHERE to_tsvector('simple', left(text, 100000))"
              + " @@ websearch_to_tsquery('simple', :text))");
    }
    if (after != null) {
      conditions.add("d.id < :after");
    }
    return String.join(" AND ", conditions);
  }

  Map<String, Object> parameters() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("state", state == null ? null : state.label());
    values.put("origin", origin == null ? null : origin.label());
    values.put("source", source == null ? null : pattern(source));
    values.put("from", from == null ? null : from.toString());
    values.put("to", to == null ? null : to.toString());
    values.put("text", text);
    values.put("after", after == null ? null : after.value());
    return values;
  }

  private static String pattern(String source) {
    boolean open = source.endsWith("*");
    String text = open ? source.substring(0, source.length() - 1) : source;
    return text.replaceAll("([\\\\%_])", "\\\\$1") + (open ? "%" : "");
  }
}
