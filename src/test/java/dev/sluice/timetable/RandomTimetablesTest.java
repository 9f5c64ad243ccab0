package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.ProofSeeds;
import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever timetable is drawn, the same comes back, over as many pages as it takes. */
class RandomTimetablesTest {

  private static final int CASES = 6;
  private static final int CASES_OF_PROOF = 100;

  @TempDir static Path folder;
  private static ParsedTimetables timetables;

  @BeforeAll
  static void start() {
    timetables = new ParsedTimetables(folder);
  }

  @AfterAll
  static void stop() {
    timetables.close();
  }

  static LongStream seeds() {
    return ProofSeeds.of(CASES);
  }

  static LongStream seedsOfProof() {
    return ProofSeeds.of(CASES_OF_PROOF);
  }

  @Tag("proof")
  @ParameterizedTest(name = ProofSeeds.NAME)
  @MethodSource("seedsOfProof")
  void allKindsComeBackAsTheyWereDrawn(long seed) {
    lecturesComeBackAsTheyWereDrawn(seed);
    testsComeBackAsTheyWereDrawn(seed);
    examsComeBackAsTheyWereDrawn(seed);
  }

  @ParameterizedTest(name = ProofSeeds.NAME)
  @MethodSource("seeds")
  void lecturesComeBackAsTheyWereDrawn(long seed) {
    // Given
    SplittableRandom random = new SplittableRandom(seed);
    List<List<List<String>>> rows = new ArrayList<>();
    List<String> drawn = new ArrayList<>();
    for (int row = random.nextInt(1, 25); row > 0; row--) {
      rows.add(lectureRow(random, drawn));
    }
    TimetableLook look = TimetableLook.LECTURES.withWhiteGap(random.nextInt(7, 13));

    // When it comes from the portal, or was saved again by a browser
    Timetable found = timetables.read(TimetablePdf.draw(look, "Lectures", rows)).orElseThrow();
    Timetable again = timetables.read(TimetablePdf.resaved(look, "Lectures", rows)).orElseThrow();

    // Then
    assertThat(found.notUnderstood()).isEmpty();
    assertThat(found.rowsSeen()).isEqualTo(rows.size());
    assertThat(found.events()).allMatch(event -> event.flags().isEmpty());
    assertThat(found.events().stream().map(RandomTimetablesTest::lecture)).isEqualTo(drawn);
    assertThat(again.notUnderstood()).isEmpty();
    assertThat(again.events().stream().map(RandomTimetablesTest::lecture)).isEqualTo(drawn);
  }

  @ParameterizedTest(name = ProofSeeds.NAME)
  @MethodSource("seeds")
  void testsComeBackAsTheyWereDrawn(long seed) {
    // Given
    SplittableRandom random = new SplittableRandom(seed);
    List<List<List<String>>> rows = new ArrayList<>();
    List<String> drawn = new ArrayList<>();
    for (int row = random.nextInt(1, 30); row > 0; row--) {
      rows.add(testRow(random, drawn));
    }

    // When
    Timetable found =
        timetables
            .read(TimetablePdf.draw(TimetableLook.TESTS, "Semester Tests", rows))
            .orElseThrow();

    // Then
    assertThat(found.notUnderstood()).isEmpty();
    assertThat(found.rowsSeen()).isEqualTo(rows.size());
    assertThat(found.events()).allMatch(event -> event.flags().isEmpty());
    assertThat(found.events().stream().map(RandomTimetablesTest::test)).isEqualTo(drawn);
  }

  @ParameterizedTest(name = ProofSeeds.NAME)
  @MethodSource("seeds")
  void examsComeBackAsTheyWereDrawn(long seed) {
    // Given
    SplittableRandom random = new SplittableRandom(seed);
    List<List<List<String>>> rows = new ArrayList<>();
    List<String> drawn = new ArrayList<>();
    for (int row = random.nextInt(1, 30); row > 0; row--) {
      rows.add(examRow(random, drawn));
    }

    // When
    Timetable found =
        timetables.read(TimetablePdf.draw(TimetableLook.EXAMS, "Exams", rows)).orElseThrow();

    // Then
    assertThat(found.notUnderstood()).isEmpty();
    assertThat(found.rowsSeen()).isEqualTo(rows.size());
    assertThat(found.events().stream().map(RandomTimetablesTest::exam)).isEqualTo(drawn);
  }

  private static List<List<String>> lectureRow(SplittableRandom random, List<String> drawn) {
    String module = "COS" + random.nextInt(100, 999);
    String letter = pick(random, "L", "P", "T");
    String group = letter.equals("L") ? "G0" + random.nextInt(1, 9) : letter + "01";
    List<String> activities = new ArrayList<>();
    List<String> days = new ArrayList<>();
    List<String> times = new ArrayList<>();
    List<String> venues = new ArrayList<>();
    int slots = random.nextInt(1, 5);
    for (int slot = 1; slot <= slots; slot++) {
      DayOfWeek day = DayOfWeek.of(random.nextInt(1, 6));
      LocalTime start = LocalTime.of(random.nextInt(7, 17), 30);
      String activity = letter + slot;
      String time = start + " - " + start.plusMinutes(50);
      List<String> rooms = new ArrayList<>();
      for (int venue = random.nextInt(1, 3); venue > 0; venue--) {
        String room = pick(random, "Centenary", "IT", "Thuto") + " " + venue + "-" + slot;
        boolean wraps = random.nextInt(4) == 0;
        activities.add(activity);
        days.add(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        times.add(time);
        venues.add(room);
        if (wraps) {
          activities.add("");
          days.add("");
          times.add("");
          venues.add("annex");
        }
        rooms.add(wraps ? room + " annex" : room);
      }
      drawn.add(String.join("|", module, group, letter, activity, day.name(), time, rooms + ""));
    }
    return List.of(
        List.of(module),
        List.of("S2"),
        List.of(group),
        List.of("E|" + letter),
        activities,
        days,
        times,
        venues,
        List.of("HATFIELD"),
        List.of("BSc " + random.nextInt(9)));
  }

  private static String lecture(TimetableEvent event) {
    return String.join(
        "|",
        event.module(),
        event.group(),
        event.type().name().substring(0, 1),
        event.activity(),
        event.weekday().name(),
        event.start() + " - " + event.end(),
        event.venues() + "");
  }

  private static List<List<String>> testRow(SplittableRandom random, List<String> drawn) {
    String module = "PHY" + random.nextInt(100, 999);
    String name = pick(random, "Test/1", "PTest/1", "Test2");
    LocalDate date = LocalDate.of(2025, random.nextInt(7, 11), random.nextInt(1, 30));
    LocalTime start = LocalTime.of(random.nextInt(7, 18), 0);
    String time = start + " - " + start.plusMinutes(90);
    List<String> venues =
        IntStream.range(0, random.nextInt(1, 9)).mapToObj(n -> "Thuto 1-" + n).toList();
    drawn.add(String.join("|", module, name.replace('/', ' '), date + "", time, venues + ""));
    return List.of(
        List.of(module),
        List.of(name.split("/")),
        List.of(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
        List.of(date.format(DateTimeFormatter.ofPattern("dd MMM uuuu", Locale.ENGLISH))),
        List.of(time),
        List.of("HATF"),
        venues);
  }

  private static String test(TimetableEvent event) {
    return String.join(
        "|",
        event.module(),
        event.test(),
        event.date() + "",
        event.start() + " - " + event.end(),
        event.venues() + "");
  }

  private static List<List<String>> examRow(SplittableRandom random, List<String> drawn) {
    String module = "WTW" + random.nextInt(100, 999);
    LocalDate date = LocalDate.of(2025, 11, random.nextInt(1, 30));
    boolean fixed = random.nextInt(5) > 0;
    String start = LocalTime.of(random.nextInt(7, 18), 30).toString();
    List<String> venue =
        new ArrayList<>(List.of(pick(random, "Sports Centre", "Engineering 3", "TBA")));
    IntStream.range(0, random.nextInt(3)).forEach(room -> venue.add("Hall " + room));
    String printed =
        date.format(DateTimeFormatter.ofPattern("dd MMM uuuu", Locale.ENGLISH))
            .toUpperCase(Locale.ROOT);
    drawn.add(String.join("|", module, fixed ? date + "" : "none", start, String.join(" ", venue)));
    return List.of(
        List.of("FINAL"),
        List.of(module),
        List.of("P" + random.nextInt(1, 3)),
        List.of("Exam", "Written"),
        List.of(fixed ? printed : "TBA"),
        List.of(start),
        List.of("HATFIELD"),
        List.of(pick(random, "", "HATFIELD")),
        venue,
        List.of(pick(random, "", "Open book")));
  }

  private static String exam(TimetableEvent event) {
    return String.join(
        "|",
        event.module(),
        event.date() == null ? "none" : event.date() + "",
        event.start() + "",
        event.venues().get(0));
  }

  private static String pick(SplittableRandom random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
