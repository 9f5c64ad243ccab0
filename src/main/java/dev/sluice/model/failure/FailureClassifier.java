package dev.sluice.model.failure;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Names the failure behind any exception. */
@Component
public class FailureClassifier {

  /** The failure that the exception or its causes carry or stand for. */
  public Failure classify(Throwable exception) {
    for (Throwable cause : causes(exception)) {
      if (cause instanceof FailureException known) {
        return known.failure();
      }
    }
    return Failure.of(codeOf(exception), describe(exception));
  }

  private static FailureCode codeOf(Throwable exception) {
    for (Throwable cause : causes(exception)) {
      if (cause instanceof NoSuchKeyException) {
        return FailureCode.ORIGINAL_MISSING;
      }
      if (cause instanceof SdkException) {
        return FailureCode.STORE_UNAVAILABLE;
      }
      if (cause instanceof IOException && isDiskFull(cause.getMessage())) {
        return FailureCode.DISK_FULL;
      }
      if (isDatabaseDown(cause)) {
        return FailureCode.LEDGER_UNAVAILABLE;
      }
      if (cause instanceof KafkaException) {
        return FailureCode.QUEUE_UNAVAILABLE;
      }
    }
    return FailureCode.INTERNAL;
  }

  // A statement that the database refuses is our fault; trying it again would end the same.
  private static boolean isDatabaseDown(Throwable cause) {
    return cause instanceof TransientDataAccessException
        || cause instanceof RecoverableDataAccessException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof TransactionException
        || cause instanceof SQLTransientException
        || cause instanceof SQLRecoverableException
        || (cause instanceof SQLException sql && isOutage(sql.getSQLState()));
  }

  // Java has no exception of its own for it: these are the words of the operating system.
  private static boolean isDiskFull(String message) {
    return message != null
        && (message.contains("No space left on device") || message.contains("Disk quota exceeded"));
  }

  // Classes of SQLSTATE: connection, insufficient resources, operator intervention.
  private static boolean isOutage(String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57"));
  }

  // Only the class: messages of strangers may hold content, addresses or secrets.
  private static String describe(Throwable exception) {
    List<Throwable> causes = causes(exception);
    return "Caused by " + causes.get(causes.size() - 1).getClass().getSimpleName() + ".";
  }

  private static List<Throwable> causes(Throwable exception) {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).toList();
  }
}
