package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.DocumentId;
import dev.sluice.timetable.Profile;
import dev.sluice.timetable.TimetableEvent.Kind;
import java.time.Instant;
import java.util.UUID;

/**
 * A plan in its owner's list; institution and kind are null if the profile was removed.
 *
 * @param documents number of completed ones
 * @param newest of these; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedTimetable(
    UUID id,
    String profile,
    String institution,
    Kind kind,
    int documents,
    DocumentId newest,
    Instant updatedAt) {

  static ListedTimetable of(Plans.ListedPlan listed, Profile profile) {
    TimetablePlan plan = listed.plan();
    return new ListedTimetable(
        plan.id(),
        plan.profile(),
        profile == null ? null : profile.institution(),
        profile == null ? null : profile.kind(),
        listed.documents(),
        listed.newest(),
        plan.updatedAt());
  }
}
