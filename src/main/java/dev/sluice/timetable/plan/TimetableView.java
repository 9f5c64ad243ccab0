package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.DocumentId;
import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.TimetableEvent.Kind;
import dev.sluice.timetable.calendar.AcademicYear;
import dev.sluice.timetable.calendar.DateRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A plan as its owner sees it; what the profile says is null or empty if that was removed.
 *
 * @param documents the newest ones, newest first
 * @param semesters that the profile publishes
 * @param free the profile's days without lectures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimetableView(
    UUID id,
    String profile,
    String institution,
    Kind kind,
    ZoneId zone,
    int version,
    Instant updatedAt,
    Choices choices,
    List<Source> documents,
    List<Semester> semesters,
    List<String> free) {

  /**
   * A document that the plan is about.
   *
   * @param title that the document gives itself; null if it has none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Source(DocumentId id, String fileName, String title, Instant receivedAt) {}

  static TimetableView of(
      TimetablePlan plan, Profile profile, List<Source> documents, List<Semester> semesters) {
    return new TimetableView(
        plan.id(),
        plan.profile(),
        profile == null ? null : profile.institution(),
        profile == null ? null : profile.kind(),
        profile == null ? null : profile.zone(),
        plan.version(),
        plan.updatedAt(),
        plan.choices(),
        documents,
        semesters,
        profile == null
            ? List.of()
            : AcademicYear.freeDays(profile).stream().map(DateRange::toString).toList());
  }

  /** The version as an HTTP entity tag. */
  @JsonIgnore
  public String etag() {
    return "\"" + version + "\"";
  }
}
