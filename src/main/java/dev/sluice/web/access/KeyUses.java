package dev.sluice.web.access;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes when keys are used, once a minute at most. */
@Component
class KeyUses {

  private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);

  private final JdbcClient jdbc;

  KeyUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A database that can be read only must keep nobody out, so a failure is logged and no more. */
  void note(UUID id) {
    try {
      jdbc.sql(
              """
              UPDATE api_key SET last_used_at = now()
              WHERE id = ? AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
              """)
          .param(id)
          .update();
    } catch (DataAccessException e) {
      LOG.debug("The use of key {} is not noted", id, e);
    }
  }
}
