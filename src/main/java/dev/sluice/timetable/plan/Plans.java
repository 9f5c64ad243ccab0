package dev.sluice.timetable.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The plans of all owners. A trigger makes them, with the first timetable of a profile; they stay,
 * but none is shown that has no document, no choices and no link.
 */
@Component
class Plans {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Plans(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A plan with what there is of its profile.
   *
   * @param documents number of those that are completed
   * @param newest of these; null if there is none
   */
  record ListedPlan(TimetablePlan plan, int documents, DocumentId newest) {}

  /** The owner's plans by their profiles' names. */
  List<ListedPlan> list(String owner) {
    return jdbc.sql(
            """
            SELECT plan.*, coalesce(sent.documents, 0) AS documents, sent.newest
            FROM timetable_plan AS plan LEFT JOIN (
                SELECT timetable.profile, count(*) AS documents,
                    (array_agg(document.id ORDER BY document.id DESC))[1] AS newest
                FROM document JOIN timetable ON timetable.document_id = document.id
                WHERE document.owner = :owner AND document.state = 'completed'
                GROUP BY timetable.profile) AS sent ON sent.profile = plan.profile
            WHERE plan.owner = :owner AND (sent.documents > 0 OR plan.choices <> '{}'
                OR EXISTS (SELECT FROM timetable_subscription WHERE plan_id = plan.id))
            ORDER BY plan.profile
            """)
        .param("owner", owner)
        .query(
            (row, n) -> {
              UUID newest = row.getObject("newest", UUID.class);
              return new ListedPlan(
                  read(row),
                  row.getInt("documents"),
                  newest == null ? null : new DocumentId(newest));
            })
        .list();
  }

  /** The owner's plan, if it is shown. */
  Optional<TimetablePlan> find(String owner, UUID id) {
    return jdbc.sql(
            """
            SELECT * FROM timetable_plan AS plan
            WHERE id = :id AND owner = :owner AND (choices <> '{}'
                OR EXISTS (SELECT FROM timetable_subscription WHERE plan_id = plan.id)
                OR EXISTS (SELECT FROM document JOIN timetable ON document_id = document.id
                    WHERE document.owner = plan.owner AND timetable.profile = plan.profile
                      AND document.state = 'completed'))
            """)
        .param("id", id)
        .param("owner", owner)
        .query((row, n) -> read(row))
        .optional();
  }

  /**
   * Replaces the choices.
   *
   * @param same whether only of this very version; then empty if there is another one by now
   */
  Optional<TimetablePlan> replace(TimetablePlan plan, Choices choices, boolean same) {
    return jdbc.sql(
            """
            UPDATE timetable_plan
            SET choices = CAST(:choices AS jsonb), version = version + 1, updated_at = now()
            WHERE id = :id AND (version = :version OR NOT :same) RETURNING *
            """)
        .param("choices", write(choices))
        .param("id", plan.id())
        .param("version", plan.version())
        .param("same", same)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Forgets choices and links. */
  void reset(TimetablePlan plan) {
    jdbc.sql(
            """
            WITH links AS (DELETE FROM timetable_subscription WHERE plan_id = :id)
            UPDATE timetable_plan
            SET choices = '{}', version = version + 1, updated_at = now() WHERE id = :id
            """)
        .param("id", plan.id())
        .update();
  }

  private TimetablePlan read(ResultSet row) throws SQLException {
    return new TimetablePlan(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        row.getString("profile"),
        choices(row.getString("choices")),
        row.getInt("version"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private Choices choices(String text) {
    try {
      return json.readValue(text, Choices.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("choices in the database are none", e);
    }
  }

  private String write(Choices choices) {
    try {
      return json.writeValueAsString(choices);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("choices hold only plain values", e);
    }
  }
}
