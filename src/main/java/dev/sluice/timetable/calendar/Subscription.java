package dev.sluice.timetable.calendar;

import dev.sluice.model.document.DocumentId;
import java.time.Instant;
import java.util.UUID;

/**
 * A link to a document's calendar.
 *
 * @param follow whether it leads to the owner's newest timetable of the same profile
 */
record Subscription(
    UUID id,
    DocumentId documentId,
    String owner,
    CalendarOptions options,
    boolean follow,
    Instant createdAt) {}
