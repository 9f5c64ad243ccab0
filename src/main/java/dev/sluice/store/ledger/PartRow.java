package dev.sluice.store.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.Part;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.document.PartPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Reads a {@link Part} from a row of the ledger, joined with what is known of the whole. */
@Component
class PartRow {

  private final ObjectMapper json;

  PartRow(ObjectMapper json) {
    this.json = json;
  }

  Part read(Document document, ResultSet row) throws SQLException {
    return new Part(
        document,
        row.getInt("number"),
        new PageRange(row.getInt("from_page"), row.getInt("to_page")),
        new PartPlan(metadata(row.getString("metadata")), row.getBoolean("plain_tree")),
        new PartCost(row.getLong("characters_before"), row.getInt("forks_before")),
        row.getInt("attempts"),
        row.getInt("forgiven"),
        row.getInt("outages"),
        Duration.ofMillis(row.getLong("millis_spent")));
  }

  private DocumentMetadata metadata(String text) {
    try {
      return json.readValue(text, DocumentMetadata.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata was written by the ledger", e);
    }
  }
}
