package dev.sluice.timetable.plan;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Profiles;
import dev.sluice.timetable.Semester;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Header;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The API's calls on timetables and what their owners choose. */
@Component
public class TimetableApi {

  private static final String REQUEST = "CamelHttpServletRequest";
  private static final int MAX_DOCUMENTS = 20;

  /** Largest choices, in bytes: two thousand changed events with a title each. */
  private static final int MAX_BYTES = 1024 * 1024;

  private static final String SHAPE =
      "{groups?, modules?, reminderMinutes?, semesters?, free?, assumedLengthMinutes?, events?,"
          + " added?}";

  private final OwnedPlans owned;
  private final Plans plans;
  private final PlanDocuments documents;
  private final ChosenTimetables timetables;
  private final Profiles profiles;
  private final JsonBody json;

  TimetableApi(
      OwnedPlans owned,
      Plans plans,
      PlanDocuments documents,
      ChosenTimetables timetables,
      Profiles profiles,
      JsonBody json) {
    this.owned = owned;
    this.plans = plans;
    this.documents = documents;
    this.timetables = timetables;
    this.profiles = profiles;
    this.json = json;
  }

  /** The caller's timetables, by the names of their profiles. */
  public Map<String, List<ListedTimetable>> list(@Header(REQUEST) HttpServletRequest http) {
    return Map.of(
        "items",
        plans.list(new ApiRequest(http).owner()).stream()
            .map(listed -> ListedTimetable.of(listed, profile(listed.plan())))
            .toList());
  }

  /** One of the caller's timetables. */
  public TimetableView get(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return view(owned.find(http, id));
  }

  /** Replaces the choices, unless If-Match names another version. */
  public TimetableView replace(@Header(REQUEST) HttpServletRequest http, @Header("id") String id)
      throws IOException {
    TimetablePlan plan = owned.find(http, id);
    Choices choices = json.read(http, Choices.class, SHAPE, MAX_BYTES);
    ChoicesCheck.require(choices);
    String expected = http.getHeader(HttpHeaders.IF_MATCH);
    requireVersion(plan, expected);
    return view(plans.replace(plan, choices, expected != null).orElseThrow(TimetableApi::changed));
  }

  /** Forgets choices and links. */
  public void delete(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    plans.reset(owned.find(http, id));
  }

  private static void requireVersion(TimetablePlan plan, String expected) {
    ETag present = ETag.create("\"" + plan.version() + "\"");
    boolean matches =
        expected == null
            || ETag.parse(expected).stream()
                .anyMatch(tag -> tag.isWildcard() || tag.compare(present, true));
    if (!matches) {
      throw changed();
    }
  }

  private static FailureException changed() {
    return new FailureException(
        FailureCode.CHANGED_MEANWHILE, "The timetable is not of the version in If-Match.");
  }

  private TimetableView view(TimetablePlan plan) {
    Profile profile = profile(plan);
    return TimetableView.of(
        plan, profile, documents.list(plan, MAX_DOCUMENTS), semesters(plan, profile));
  }

  /** What the profile publishes for the newest document, or all if there is none. */
  private List<Semester> semesters(TimetablePlan plan, Profile profile) {
    return documents
        .newest(plan)
        .map(timetables::published)
        .orElseGet(() -> profile == null ? List.of() : profile.semesters());
  }

  private Profile profile(TimetablePlan plan) {
    return profiles.find(plan.profile()).orElse(null);
  }
}
