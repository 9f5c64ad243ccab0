package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.web.OwnedDocuments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Follows the links to calendars of documents. */
@Component
class DocumentLinks implements CalendarLinks {

  private final Subscriptions subscriptions;
  private final Ledger ledger;
  private final TimetableCalendars calendars;

  DocumentLinks(Subscriptions subscriptions, Ledger ledger, TimetableCalendars calendars) {
    this.subscriptions = subscriptions;
    this.ledger = ledger;
    this.calendars = calendars;
  }

  @Override
  public Optional<CalendarFile> open(SubscriptionToken token, String ifNoneMatch) {
    return subscriptions
        .find(token)
        .flatMap(
            subscription ->
                ledger
                    .find(subscription.owner(), subscriptions.documentOf(subscription))
                    .map(document -> make(document, subscription.options(), ifNoneMatch)));
  }

  private CalendarFile make(Document document, CalendarOptions options, String ifNoneMatch) {
    OwnedDocuments.requireResults(document);
    return calendars.make(document, options, ifNoneMatch);
  }
}
