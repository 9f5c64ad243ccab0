package dev.sluice.results.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Writes a table as one JSON object whose rows come last. */
final class TableAsJson implements TableStream.Format {

  private final ObjectMapper json;
  private boolean hasRows;

  TableAsJson(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String begin(TableView table) {
    String facts = write(table);
    return facts.substring(0, facts.length() - 1) + ",\"content\":[";
  }

  @Override
  public String rows(TablePart part, int from, boolean isFirst) {
    List<TablePart.Row> rows = part.rows(from);
    if (rows.isEmpty()) {
      return "";
    }
    String array = write(rows);
    String before = hasRows ? "," : "";
    hasRows = true;
    return before + array.substring(1, array.length() - 1);
  }

  @Override
  public String end() {
    return "]}";
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("tables hold only plain values", e);
    }
  }
}
