package dev.sluice.limits;

import dev.sluice.model.document.NewDocument;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Limits how much storage an owner takes up: its originals, also those of cancelled documents,
 * until they are deleted, and its unfinished uploads.
 */
@Component
public class StorageQuota {

  private final OwnerPlans plans;
  private final RefusalCounter refusals;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  StorageQuota(
      OwnerPlans plans,
      RefusalCounter refusals,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.plans = plans;
    this.refusals = refusals;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Throws {@link FailureException} if a new document is too much, before it is stored in vain. */
  public void requireRoom(NewDocument document) {
    long limit = plans.limitsOf(document.owner()).storedBytes();
    if (limit > 0) {
      require(limit, besides(document) + document.sizeBytes());
    }
  }

  /**
   * Enters a new document in the ledger, as {@link #within(String, BooleanSupplier)} does. The
   * upload that it comes from no longer counts.
   */
  public boolean within(NewDocument document, BooleanSupplier entering) {
    return within(document.owner(), () -> besides(document), entering);
  }

  /**
   * Enters something of an owner; throws {@link FailureException} if it exceeds the quota. The
   * check is exact, because what comes at the same time from one owner waits for each other.
   *
   * @param entering says whether it was entered
   */
  public boolean within(String owner, BooleanSupplier entering) {
    return within(owner, () -> of(owner), entering);
  }

  private boolean within(String owner, LongSupplier bytes, BooleanSupplier entering) {
    long limit = plans.limitsOf(owner).storedBytes();
    if (limit == 0) {
      return entering.getAsBoolean();
    }
    return transactions.execute(
        transaction -> {
          lock(owner);
          boolean entered = entering.getAsBoolean();
          if (entered) {
            require(limit, bytes.getAsLong());
          } else {
            transaction.setRollbackOnly(); // nothing was entered, or a statement failed
          }
          return entered;
        });
  }

  /** What an owner takes up, in bytes. */
  long of(String owner) {
    return of(owner, null);
  }

  private long besides(NewDocument document) {
    return of(document.owner(), document.id().value());
  }

  // An unfinished upload counts with all that it announced, until its document or files are
  // entered;
  // one that is over, with what still lies there. Cancelled documents are summed apart, as the
  // index of stored ones leaves them out.
  private long of(String owner, UUID entering) {
    return jdbc.sql(
            """
            SELECT
              (SELECT coalesce(sum(size_bytes), 0) FROM document
               WHERE owner = :owner AND state NOT IN ('cancelled', 'expired')
                 AND original_deleted_at IS NULL)
              + (SELECT coalesce(sum(size_bytes), 0) FROM document
                 WHERE owner = :owner AND state = 'cancelled' AND original_deleted_at IS NULL)
              + (SELECT coalesce(sum(CASE WHEN ended OR expires_at < now() THEN received
                                          ELSE length END), 0)
                 FROM resumable_upload
                 WHERE owner = :owner AND document_id IS NULL AND batch_id IS NULL
                   AND (entering IS NULL
                        OR entering <> id AND entering IS DISTINCT FROM CAST(:entering AS uuid)))
            """)
        .param("owner", owner)
        .param("entering", entering)
        .query(Long.class)
        .single();
  }

  private void lock(String owner) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('stored-bytes ' || ?, 0))")
        .param(owner)
        .query(row -> {});
  }

  private void require(long limit, long bytes) {
    if (bytes > limit) {
      refusals.count(FailureCode.QUOTA_EXCEEDED);
      throw new FailureException(
          FailureCode.QUOTA_EXCEEDED,
          "With this yours would take " + bytes + " of " + limit + " bytes.");
    }
  }
}
