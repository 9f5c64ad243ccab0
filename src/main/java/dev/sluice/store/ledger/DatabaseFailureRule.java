package dev.sluice.store.ledger;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureRule;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Distinguishes outages of the database from statements that it refuses. Refused statements are
 * Sluice's own fault, and another try would end the same.
 */
@Component
public class DatabaseFailureRule implements FailureRule {

  /**
   * Classes of SQLSTATE: connection, insufficient resources, operator intervention, system error.
   */
  private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

  /** Of a server that became a standby, or that its operator closed for writing. */
  private static final String READ_ONLY = "25006";

  @Override
  public Optional<FailureCode> codeOf(Throwable exception) {
    return isOutage(exception) ? Optional.of(FailureCode.LEDGER_UNAVAILABLE) : Optional.empty();
  }

  private static boolean isOutage(Throwable exception) {
    return exception instanceof TransientDataAccessException
        || exception instanceof RecoverableDataAccessException
        || exception instanceof DataAccessResourceFailureException
        || exception instanceof TransactionException
        || exception instanceof SQLTransientException
        || exception instanceof SQLRecoverableException
        || (exception instanceof SQLException sql && isOutageState(sql.getSQLState()));
  }

  private static boolean isOutageState(String state) {
    return state != null
        && (OUTAGES.contains(state.substring(0, Math.min(2, state.length())))
            || state.equals(READ_ONLY));
  }
}
