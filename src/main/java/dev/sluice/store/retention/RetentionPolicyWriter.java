package dev.sluice.store.retention;

import dev.sluice.model.document.DocumentState;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the retention times to the database, which sets the expiry of each document that ends. */
@Component
class RetentionPolicyWriter implements InitializingBean {

  private static final List<DocumentState> WITHOUT_RESULTS =
      List.of(DocumentState.INVALID, DocumentState.DEAD, DocumentState.CANCELLED);

  private final RetentionSettings settings;
  private final JdbcClient jdbc;

  RetentionPolicyWriter(RetentionSettings settings, JdbcClient jdbc) {
    this.settings = settings;
    this.jdbc = jdbc;
  }

  @Override
  public void afterPropertiesSet() {
    keep(DocumentState.COMPLETED, settings.documents());
    WITHOUT_RESULTS.forEach(state -> keep(state, settings.failed()));
  }

  private void keep(DocumentState state, Duration duration) {
    jdbc.sql(
            """
            INSERT INTO retention_policy (state, keep)
            VALUES (:state, make_interval(secs => nullif(:seconds, 0)))
            ON CONFLICT (state) DO UPDATE SET keep = EXCLUDED.keep
            """)
        .param("state", state.label())
        .param("seconds", (double) duration.toSeconds())
        .update();
  }
}
