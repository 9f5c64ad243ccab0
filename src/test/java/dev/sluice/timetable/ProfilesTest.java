package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

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
          """)
  void whatIsWrongIsSaidWithFileAndKey(String right, String wrong, String key) {
    String broken = GOOD.replace(right, wrong == null ? "" : wrong);

    assertThatThrownBy(() -> new Profiles(file("school.yaml", broken)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageStartingWith("school.yaml: ")
        .hasMessageContaining(key);
  }

  @Test
  void aSemesterIsTheOneThatGoesOnOrComesNextOrElseTheLast() {
    Profile profile = new Profiles(file("school.yaml", GOOD)).find("school").orElseThrow();

    assertThat(semesterOf(profile, "2025-01-01")).isEqualTo("2025-02-01");
    assertThat(semesterOf(profile, "2025-06-30")).isEqualTo("2025-02-01");
    assertThat(semesterOf(profile, "2025-07-01")).isEqualTo("2025-08-01");
    assertThat(semesterOf(profile, "2026-07-01")).isEqualTo("2025-08-01");
  }

  private static String semesterOf(Profile profile, String day) {
    return profile.semester("S1", LocalDate.parse(day)).orElseThrow().first().toString();
  }

  private static Resource file(String name, String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return name;
      }
    };
  }
}
