package dev.sluice.failure;

import java.sql.SQLException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import software.amazon.awssdk.core.exception.SdkException;

/** Names the failure behind any exception. */
@Component
public class FailureClassifier {

  /** The failure that the exception or its causes carry or stand for. */
  public Failure classify(Throwable exception) {
    for (Throwable cause : ExceptionUtils.getThrowableList(exception)) {
      if (cause instanceof FailureException known) {
        return known.failure();
      }
    }
    return Failure.of(codeOf(exception), describe(exception));
  }

  private static FailureCode codeOf(Throwable exception) {
    for (Throwable cause : ExceptionUtils.getThrowableList(exception)) {
      if (cause instanceof SdkException) {
        return FailureCode.STORE_UNAVAILABLE;
      }
      if (cause instanceof DataAccessException
          || cause instanceof TransactionException
          || cause instanceof SQLException) {
        return FailureCode.LEDGER_UNAVAILABLE;
      }
      if (cause instanceof KafkaException) {
        return FailureCode.QUEUE_UNAVAILABLE;
      }
    }
    return FailureCode.INTERNAL;
  }

  // Only the class: messages of strangers may hold content, addresses or secrets.
  private static String describe(Throwable exception) {
    return "Caused by " + ExceptionUtils.getRootCause(exception).getClass().getSimpleName() + ".";
  }
}
