package dev.sluice.timetable;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.pdf.content.Box;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of a timetable; fields that are not printed are null.
 *
 * @param activity of a lecture such as {@code L1}; of an exam such as {@code Exam Written}
 * @param test of a test such as {@code PTest 1}
 * @param paper of an exam
 * @param offered when: S1, S2 or Y
 * @param weekday of a recurring one, and of a dated one if its row names it
 * @param date of one that happens once; null when it is not fixed yet
 * @param endAssumed true when the end is the start and a usual length
 * @param venues all of them as they are printed, even {@code TBA}; none when nothing is
 * @param recurring true when it happens every week of its semester
 * @param flags what about it is uncertain, such as {@code date-unknown}
 * @param page from 1, where it stands; 0 if it stands nowhere
 * @param box of what of its row stands there
 * @param rule of which profile it was read by, such as {@code up-lectures/line}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimetableEvent(
    Kind kind,
    String module,
    String activity,
    String test,
    String paper,
    Type type,
    String group,
    String language,
    String offered,
    DayOfWeek weekday,
    LocalDate date,
    @JsonFormat(pattern = "HH:mm") LocalTime start,
    @JsonFormat(pattern = "HH:mm") LocalTime end,
    boolean endAssumed,
    List<String> venues,
    String campus,
    String examCampus,
    String status,
    String comments,
    List<String> studyProgrammes,
    boolean recurring,
    List<String> flags,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int page,
    Box box,
    String rule) {

  /** The kind of event that it is an entry for. */
  public enum Kind {
    @JsonProperty("lecture")
    LECTURE,
    @JsonProperty("test")
    TEST,
    @JsonProperty("exam")
    EXAM
  }

  /** The kind of meeting that a lecture entry stands for. */
  public enum Type {
    @JsonProperty("lecture")
    LECTURE,
    @JsonProperty("practical")
    PRACTICAL,
    @JsonProperty("tutorial")
    TUTORIAL
  }

  /** Makes its lists unchangeable. */
  public TimetableEvent {
    venues = List.copyOf(venues);
    studyProgrammes = List.copyOf(studyProgrammes);
    flags = List.copyOf(flags);
  }

  /** What names its semester; empty if nothing does. */
  public String offering() {
    return offered == null ? "" : offered;
  }

  /** The same with one flag more. */
  TimetableEvent flagged(String flag) {
    return with(venues, Stream.concat(flags.stream(), Stream.of(flag)).toList());
  }

  /** The same with other venues and flags. */
  TimetableEvent with(List<String> otherVenues, List<String> otherFlags) {
    return at(time(), otherVenues, otherFlags);
  }

  /** When it is. */
  public EventTime time() {
    return new EventTime(weekday, date, start, end, endAssumed, recurring);
  }

  /** The same at another time and place. */
  public TimetableEvent at(EventTime time, List<String> otherVenues, List<String> otherFlags) {
    return new TimetableEvent(
        kind,
        module,
        activity,
        test,
        paper,
        type,
        group,
        language,
        offered,
        time.weekday(),
        time.date(),
        time.start(),
        time.end(),
        time.endAssumed(),
        otherVenues,
        campus,
        examCampus,
        status,
        comments,
        studyProgrammes,
        time.recurring(),
        otherFlags,
        page,
        box,
        rule);
  }
}
