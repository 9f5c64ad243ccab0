package dev.sluice.timetable.plan;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.GroupSuggestion;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.plan.TimetableChanges.Version;
import dev.sluice.web.ApiRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls that help an owner to choose: what changed, and which groups fit together. */
@Component
public class TimetableAdviceApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final OwnedPlans owned;
  private final PlanDocuments documents;
  private final ChosenTimetables timetables;

  TimetableAdviceApi(OwnedPlans owned, PlanDocuments documents, ChosenTimetables timetables) {
    this.owned = owned;
    this.documents = documents;
    this.timetables = timetables;
  }

  /** What changed between the last two documents. */
  public TimetableChanges changes(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    List<Document> newest = documents.newest(owned.find(http, id), 2);
    return newest.size() < 2
        ? TimetableChanges.NONE
        : TimetableChanges.between(version(newest.get(1)), version(newest.get(0)));
  }

  /** Groups of the newest document that clash least; those that {@code keep} names are fixed. */
  public GroupSuggestion suggest(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    TimetablePlan plan = owned.find(http, id);
    String keep = new ApiRequest(http).read("keep", text -> text);
    ChosenTimetable chosen = timetables.of(plan, owned.newest(plan));
    List<TimetableEvent> events =
        chosen.events().stream().filter(event -> !event.leftOut()).map(ChosenEvent::event).toList();
    try {
      return GroupSuggestion.of(events, GroupChoice.parse(keep));
    } catch (IllegalArgumentException wrong) {
      throw new FailureException(
          FailureCode.BAD_REQUEST, wrong.getMessage().replaceFirst("^groups", "keep") + ".", wrong);
    }
  }

  private Version version(Document document) {
    Timetable timetable = timetables.printed(document);
    return Version.of(document.id(), timetables.keys(document, timetable), timetable.events());
  }
}
