package dev.sluice.limits;

import dev.sluice.model.document.NewDocument;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Limits how much storage an owner's originals take up together. */
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
      require(limit, of(document.owner()) + document.sizeBytes());
    }
  }

  /**
   * Enters an owner's document in the ledger; throws {@link FailureException} if it exceeds the
   * quota. The check is exact, because concurrent documents of one owner wait for each other.
   *
   * @param entering says whether the document was entered
   */
  public boolean within(String owner, BooleanSupplier entering) {
    long limit = plans.limitsOf(owner).storedBytes();
    if (limit == 0) {
      return entering.getAsBoolean();
    }
    return transactions.execute(transaction -> within(limit, owner, entering, transaction));
  }

  private boolean within(
      long limit, String owner, BooleanSupplier entering, TransactionStatus transaction) {
    lock(owner);
    boolean entered = entering.getAsBoolean();
    if (entered) {
      require(limit, of(owner));
    } else {
      transaction.setRollbackOnly(); // nothing was entered, or a statement failed
    }
    return entered;
  }

  /** What an owner's originals take up, in bytes. */
  long of(String owner) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(size_bytes), 0) FROM document
            WHERE owner = ? AND state NOT IN ('cancelled', 'expired')
              AND original_deleted_at IS NULL
            """)
        .param(owner)
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
          "With this document yours would take " + bytes + " of " + limit + " bytes.");
    }
  }
}
