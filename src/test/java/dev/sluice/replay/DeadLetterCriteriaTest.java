package dev.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterCriteriaTest {

  private static final List<DocumentState> DEAD = List.of(DocumentState.DEAD);

  @Test
  void textBecomesAFilterOfWhatItNames() {
    // Given
    DocumentId id = DocumentId.next();
    DeadLetterCriteria criteria =
        new DeadLetterCriteria(
            List.of(id.toString()),
            DeadLetterCriteria.split(" parser-crashed, internal ,,parser-crashed"),
            List.of("invalid", "dead"),
            "ada",
            "2026-07-01T01:30:00Z",
            "2026-07-02T00:00:00Z",
            "3.0.8");

    // When
    DeadLetterFilter filter = criteria.filter(DEAD);

    // Then
    assertThat(filter)
        .isEqualTo(
            new DeadLetterFilter(
                List.of(id),
                List.of(FailureCode.PARSER_CRASHED, FailureCode.INTERNAL),
                List.of(DocumentState.INVALID, DocumentState.DEAD),
                "ada",
                Instant.parse("2026-07-01T01:30:00Z"),
                Instant.parse("2026-07-02T00:00:00Z"),
                "3.0.8"));
  }

  @Test
  void whatIsNotSaidNarrowsNothing() {
    DeadLetterFilter filter =
        new DeadLetterCriteria(
                null,
                DeadLetterCriteria.split(" , "),
                null,
                DeadLetterCriteria.said(" "),
                null,
                null,
                null)
            .filter(DEAD);

    assertThat(filter.states()).isEqualTo(DEAD);
    assertThat(filter.narrows()).isFalse();
    assertThat(filter.conditions())
        .isEqualTo("d.state IN ('dead', 'invalid') AND d.state = ANY(:states)");
  }

  @Test
  void whatIsUnknownIsNamed() {
    assertRefused(code("parser-crushed"), "codes does not know \"parser-crushed\"");
    assertRefused(code("PARSER_CRASHED\0"), "codes does not know");
    assertRefused(state("ded"), "states does not know \"ded\": dead or invalid.");
    assertRefused(state("completed"), "states does not know \"completed\"");
    assertRefused(from("yesterday"), "from does not know \"yesterday\": a time is written as");
    assertRefused(
        new DeadLetterCriteria(List.of("1"), null, null, null, null, null, null),
        "ids does not know \"1\"");
    assertRefused(
        new DeadLetterCriteria(null, null, null, "a b", null, null, null),
        "owner must be 1 to 128 of");
    assertRefused(
        new DeadLetterCriteria(null, null, null, null, null, null, "x".repeat(101)),
        "parserVersion does not know");
    assertRefused(
        new DeadLetterCriteria(null, List.of(), null, null, null, null, null),
        "codes must not be empty");
  }

  @Test
  void aPositionIsReadAsItIsWritten() {
    DeadLetterCursor cursor =
        new DeadLetterCursor(Instant.parse("2026-07-01T01:30:00.123456Z"), DocumentId.next());

    assertThat(DeadLetterCursor.parse(cursor.toString())).isEqualTo(cursor);
    for (String other : List.of("", "_", "x_y", "2026-07-01T01:30:00Z", cursor.id().toString())) {
      assertThatThrownBy(() -> DeadLetterCursor.parse(other))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static DeadLetterCriteria code(String code) {
    return new DeadLetterCriteria(null, List.of(code), null, null, null, null, null);
  }

  private static DeadLetterCriteria state(String state) {
    return new DeadLetterCriteria(null, null, List.of(state), null, null, null, null);
  }

  private static DeadLetterCriteria from(String time) {
    return new DeadLetterCriteria(null, null, null, null, time, null, null);
  }

  private static void assertRefused(DeadLetterCriteria criteria, String detail) {
    assertThatThrownBy(() -> criteria.filter(DEAD))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().code()).isEqualTo(FailureCode.BAD_REQUEST);
              assertThat(e.failure().detail()).startsWith(detail);
            });
  }
}
