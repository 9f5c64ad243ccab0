package dev.sluice.it;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.ledger.Ledger;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes documents in the state that a test needs, without working on them first. */
public final class FailedDocuments {

  private static final Duration LONG = Duration.ofHours(1);

  private final Ledger ledger;
  private final JdbcClient jdbc;
  private final S3Client s3;
  private final ClaimSettings claims;

  public FailedDocuments(Ledger ledger, JdbcClient jdbc, S3Client s3, ClaimSettings claims) {
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.s3 = s3;
    this.claims = claims;
  }

  /** A received document that no sweeper takes for an hour. */
  public NewDocument received(String owner, byte[] pdf) {
    DocumentId id = DocumentId.next();
    NewDocument document =
        new NewDocument(
            id,
            owner,
            id.toString(),
            pdf.length,
            "a.pdf",
            "application/pdf",
            Origin.HTTP,
            null,
            Lane.INTERACTIVE,
            "auto",
            null);
    storeOriginal(document, pdf);
    ledger.register(document, LONG);
    return document;
  }

  /** Ended in a state, with the code of a failure, after three attempts. */
  public NewDocument ended(String owner, byte[] pdf, String state, String code) {
    NewDocument document = received(owner, pdf);
    jdbc.sql(
            """
            UPDATE document SET state = :state, failure_code = :code, failure_detail = 'In a test.',
                attempts = 3, lease_until = NULL, completed_at = now(), parser_version = :owner
            WHERE id = :id
            """)
        .param("state", state)
        .param("code", code)
        .param("owner", owner)
        .param("id", document.id().value())
        .update();
    return document;
  }

  public void storeOriginal(NewDocument document, byte[] pdf) {
    s3.putObject(
        put -> put.bucket(claims.bucket()).key(document.claimKey()), RequestBody.fromBytes(pdf));
  }

  public void loseOriginal(NewDocument document) {
    s3.deleteObject(delete -> delete.bucket(claims.bucket()).key(document.claimKey()));
  }
}
