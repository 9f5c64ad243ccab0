package dev.sluice.timetable.calendar;

import com.fasterxml.uuid.Generators;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Semesters;
import dev.sluice.web.access.LinkOwners;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The subscriptions of all owners. */
@Component
class Subscriptions implements LinkOwners {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SubscriptionLimit limit;

  Subscriptions(JdbcClient jdbc, TransactionTemplate transaction, SubscriptionLimit limit) {
    this.jdbc = jdbc;
    this.limit = limit;
    this.transaction = transaction;
  }

  /**
   * Adds a subscription; throws {@link dev.sluice.model.failure.FailureException} if the document's
   * owner has as many as it may.
   */
  Subscription add(
      Document document, SubscriptionToken token, CalendarOptions options, boolean follow) {
    return transaction.execute(
        status -> {
          limit.requireRoom(document.owner());
          return insert(document, token, options, follow);
        });
  }

  private Subscription insert(
      Document document, SubscriptionToken token, CalendarOptions options, boolean follow) {
    Optional<Semester> single = options.single();
    return jdbc.sql(
            """
            INSERT INTO calendar_subscription (id, document_id, owner, token_hash, groups,
                semester_start, semester_end, semesters, follow)
            VALUES (:id, :document, :owner, :hash, :groups,
                CAST(:start AS date), CAST(:end AS date), :semesters, :follow)
            RETURNING *
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate())
        .param("document", document.id().value())
        .param("owner", document.owner())
        .param("hash", token.hash())
        .param("groups", options.groups())
        .param("start", single.map(Semester::first).orElse(null))
        .param("end", single.map(Semester::last).orElse(null))
        .param("semesters", options.each())
        .param("follow", follow)
        .query(Subscriptions::read)
        .single();
  }

  /** The document's subscriptions, oldest first. */
  List<Subscription> list(Document document) {
    return jdbc.sql("SELECT * FROM calendar_subscription WHERE document_id = ? ORDER BY id")
        .param(document.id().value())
        .query(Subscriptions::read)
        .list();
  }

  /** Ends a subscription of the document; false if there is none with this id. */
  boolean remove(Document document, UUID id) {
    return jdbc.sql("DELETE FROM calendar_subscription WHERE id = :id AND document_id = :document")
            .param("id", id)
            .param("document", document.id().value())
            .update()
        == 1;
  }

  /** The subscription that the token opens. */
  Optional<Subscription> find(SubscriptionToken token) {
    return jdbc.sql("SELECT * FROM calendar_subscription WHERE token_hash = ?")
        .param(token.hash())
        .query(Subscriptions::read)
        .optional();
  }

  /** The document whose calendar the subscription shows. */
  DocumentId documentOf(Subscription subscription) {
    return subscription.follow()
        ? newest(subscription).orElse(subscription.documentId())
        : subscription.documentId();
  }

  private Optional<DocumentId> newest(Subscription subscription) {
    return jdbc.sql(
            """
            SELECT document.id FROM document JOIN timetable ON timetable.document_id = document.id
            WHERE document.owner = :owner AND document.id > :id AND document.state = 'completed'
              AND timetable.profile = (SELECT profile FROM timetable WHERE document_id = :id)
            ORDER BY document.id DESC LIMIT 1
            """)
        .param("owner", subscription.owner())
        .param("id", subscription.documentId().value())
        .query((row, n) -> new DocumentId(row.getObject("id", UUID.class)))
        .optional();
  }

  @Override
  public Optional<String> ownerOf(String path) {
    return SubscriptionToken.in(path).flatMap(this::find).map(Subscription::owner);
  }

  private static Subscription read(ResultSet row, int number) throws SQLException {
    return new Subscription(
        row.getObject("id", UUID.class),
        new DocumentId(row.getObject("document_id", UUID.class)),
        row.getString("owner"),
        new CalendarOptions(row.getString("groups"), semesters(row)),
        row.getBoolean("follow"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Semesters semesters(ResultSet row) throws SQLException {
    LocalDate start = row.getObject("semester_start", LocalDate.class);
    LocalDate end = row.getObject("semester_end", LocalDate.class);
    String each = row.getString("semesters");
    if (start != null) {
      return new Semesters(List.of(new Semester(null, start, end)));
    }
    return each == null ? Semesters.NONE : Semesters.parse(each);
  }
}
