package dev.sluice.timetable;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The semesters whose dates are known, of any number of years.
 *
 * @param list in the order of their first days
 */
public record Semesters(List<Semester> list) {

  /** No dates are known. */
  public static final Semesters NONE = new Semesters(List.of());

  /** Throws {@link IllegalArgumentException} if two semesters of one offering overlap. */
  public Semesters {
    list = list.stream().sorted(Comparator.comparing(Semester::first)).toList();
    requireNoOverlap(list);
  }

  /** Reads texts of semesters with commas between; throws {@link IllegalArgumentException}. */
  public static Semesters parse(String text) {
    return new Semesters(Arrays.stream(text.split(",", -1)).map(Semesters::semester).toList());
  }

  /**
   * The semesters that a document of this day is about, by the offerings that it names. Dates that
   * had passed by then count only if there are no others.
   */
  public Map<String, Semester> on(LocalDate day, Collection<String> offerings) {
    Map<String, Semester> present = map(offerings, offered -> next(offered, day));
    return present.isEmpty() ? map(offerings, this::latest) : present;
  }

  /** The semester of an offering that contains this day, or else the next after it. */
  public Optional<Semester> next(String offered, LocalDate day) {
    return of(offered).stream().filter(one -> !one.last().isBefore(day)).findFirst();
  }

  /** The last semester of an offering. */
  public Optional<Semester> latest(String offered) {
    return of(offered).stream().reduce((earlier, later) -> later);
  }

  @Override
  public String toString() {
    return list.stream().map(Semester::toString).collect(Collectors.joining(","));
  }

  /** Semesters without an offering are those of the offerings that none names. */
  private List<Semester> of(String offered) {
    List<Semester> named =
        list.stream().filter(one -> offered.equalsIgnoreCase(one.offered())).toList();
    return named.isEmpty() ? list.stream().filter(one -> one.offered() == null).toList() : named;
  }

  private static Map<String, Semester> map(
      Collection<String> offerings, Function<String, Optional<Semester>> semester) {
    Map<String, Semester> found = new TreeMap<>();
    offerings.forEach(offered -> semester.apply(offered).ifPresent(one -> found.put(offered, one)));
    return found;
  }

  private static Semester semester(String text) {
    try {
      return Semester.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "semesters: \"" + text + "\": " + wrong.getMessage(), wrong);
    }
  }

  private static void requireNoOverlap(List<Semester> sorted) {
    Map<String, Semester> before = new HashMap<>();
    for (Semester one : sorted) {
      Semester earlier = before.put(String.valueOf(one.offered()).toUpperCase(Locale.ROOT), one);
      boolean apart = earlier == null || earlier.last().isBefore(one.first());
      ProfileChecks.that(apart, "semesters", "has " + earlier + " and " + one + ", which overlap");
    }
  }
}
