package dev.sluice.timetable;

import static dev.sluice.timetable.ProfileFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

  private static final String GOOD =
      """
      institution: A school
      kind: lecture
      zone: Europe/Berlin
      titles: [Plan]
      columns:
        - { field: weekday, headers: [Day] }
        - { field: time, headers: [Time] }
        - { field: module, headers: [Subject] }
      row-begins: module
      recurring: true
      semesters:
        - { first: 2025-02-01, last: 2025-06-30 }
        - { first: 2025-08-01, last: 2025-12-20 }
      """;

  @Test
  void allThatShipAreInOrder() {
    assertThat(ParsedTimetables.shipped().all())
        .extracting(Profile::name)
        .contains("up-lectures", "up-tests", "up-exams", "nordhafen-stundenplan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zone: Europe/Berlin       | zone: Europe/Nowhere    | zone
          kind: lecture             | kind: party             | kind
          kind: lecture             |                         | kind is missing
          titles: [Plan]            | titles: []              | titles names no title
          field: weekday            | field: mood             | columns[0].field
          field: time               | field: module           | columns has the field module twice
          headers: [Time]           | headers: []             | columns[1].headers names no header
          row-begins: module        | row-begins: test        | row-begins names no column
          recurring: true           | colour: red             | colour
          recurring: true           | formats: {date: "bb q"} | formats.date is no pattern
          first: 2025-02-01         | first: 2025-09-01       | semesters[0].last is before first
          recurring: true           | name: other             | name is that of the file
          recurring: true           | kind: test              | Duplicate field 'kind'
          recurring: true           | type-in: module         | types names none of what type-in says
          headers: [Time]           | headers: [Day]          | columns has the header "day" twice
          headers: [Time]           | headers: [" "]          | columns[1].headers has one without text
          titles: [Plan]            | titles: [null]          | titles has one without text
          recurring: true           | fill-down: [venue]      | fill-down names what is no column
          """)
  void whatIsWrongIsSaidWithFileAndKey(String right, String wrong, String key) {
    String broken = GOOD.replace(right, wrong == null ? "" : wrong);

    assertThatThrownBy(() -> new Profiles(file("school.yaml", broken)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageStartingWith("school.yaml: ")
        .hasMessageContaining(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a list", "text", "a: [", "---"})
  void aFileThatHoldsNoProfileIsNamed(String text) {
    assertThatThrownBy(() -> new Profiles(file("school.yaml", text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("school.yaml: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto.yaml", "none.yaml", "my school.yaml", ".yaml"})
  void aFileWhoseNameNobodyCouldAskForIsRefused(String name) {
    assertThatThrownBy(() -> new Profiles(file(name, GOOD)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name)
        .hasMessageContaining("cannot be a profile's name");
  }

  @Test
  void noProfileAtAllIsAMistake() {
    assertThatThrownBy(Profiles::new)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sluice.timetables.profiles");
  }

  @Test
  void aProfileThatThereIsNotIsRefusedWithThoseThatThereAre() {
    Profiles profiles = new Profiles(file("a.yaml", GOOD), file("b.yaml", GOOD));

    profiles.require("auto");
    profiles.require("none");
    profiles.require("b");
    assertThatThrownBy(() -> profiles.require("c"))
        .isInstanceOfSatisfying(
            FailureException.class,
            refused -> assertThat(refused.failure().code()).isEqualTo(FailureCode.BAD_REQUEST))
        .hasMessageContaining("a, b");
  }

  @Test
  void semestersAreWrittenAsTextOrKeyByKey() {
    // Given
    String text =
        GOOD.replace("{ first: 2025-02-01, last: 2025-06-30 }", "S1:2025-02-01..2025-06-30")
            .replace("{ first: 2025-08-01, last: 2025-12-20 }", "2025-08-01..2025-12-20");

    // Then
    assertThat(new Profiles(file("a.yaml", text)).find("a").orElseThrow().semesters())
        .containsExactly(
            new Semester("S1", LocalDate.parse("2025-02-01"), LocalDate.parse("2025-06-30")),
            new Semester(null, LocalDate.parse("2025-08-01"), LocalDate.parse("2025-12-20")));
    assertThat(new Profiles(file("a.yaml", GOOD)).find("a").orElseThrow().semesters())
        .extracting(Semester::toString)
        .containsExactly("2025-02-01..2025-06-30", "2025-08-01..2025-12-20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S1 2025-02-01..2025-06-30   | semesters[0].first and last must be as in S1:
          S1:2025-02-01               | semesters[0].first and last must be as in S1:
          S1:2025-02-30..2025-06-30   | semesters[0].first is not a date
          S1:2025-02-01..2025-6-30    | semesters[0].last is not a date
          S1:2025-02-01..2025-01-30   | semesters[0].last is before first
          2025-08-01..2025-12-20      | semesters has 2025-08-01..2025-12-20 and 2025-08-01..2025-12-20
          2025-07-01..2025-08-01      | semesters has 2025-07-01..2025-08-01 and 2025-08-01..2025-12-20
          """)
  void aSemesterThatIsNoneIsRefusedAtTheStart(String semester, String message) {
    String broken = GOOD.replace("{ first: 2025-02-01, last: 2025-06-30 }", semester);

    assertThatThrownBy(() -> new Profiles(file("school.yaml", broken)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageStartingWith("school.yaml: " + message);
  }
}
