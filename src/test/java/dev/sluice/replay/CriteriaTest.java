package dev.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.document.DocumentId;
import dev.sluice.document.DocumentState;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTest {

  private static final List<DocumentState> DEAD = List.of(DocumentState.DEAD);

  @Test
  void textBecomesAFilterOfWhatItNames() {
    // Given
    DocumentId id = DocumentId.next();
    Criteria criteria =
        new Criteria(
            List.of(id.toString()),
            Criteria.split(" parser-crashed, internal ,,parser-crashed"),
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
        new Criteria(null, Criteria.split(" , "), null, Criteria.said(" "), null, null, null)
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
        new Criteria(List.of("1"), null, null, null, null, null, null), "ids does not know \"1\"");
    assertRefused(
        new Criteria(null, null, null, "a b", null, null, null), "owner must be 1 to 128 of");
    assertRefused(
        new Criteria(null, null, null, null, null, null, "x".repeat(101)),
        "parserVersion does not know");
    assertRefused(
        new Criteria(null, List.of(), null, null, null, null, null), "codes must not be empty");
  }

  @Test
  void aPositionIsReadAsItIsWritten() {
    Position position =
        new Position(Instant.parse("2026-07-01T01:30:00.123456Z"), DocumentId.next());

    assertThat(Position.parse(position.toString())).isEqualTo(position);
    for (String other : List.of("", "_", "x_y", "2026-07-01T01:30:00Z", position.id().toString())) {
      assertThatThrownBy(() -> Position.parse(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Criteria code(String code) {
    return new Criteria(null, List.of(code), null, null, null, null, null);
  }

  private static Criteria state(String state) {
    return new Criteria(null, null, List.of(state), null, null, null, null);
  }

  private static Criteria from(String time) {
    return new Criteria(null, null, null, null, time, null, null);
  }

  private static void assertRefused(Criteria criteria, String detail) {
    assertThatThrownBy(() -> criteria.filter(DEAD))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().code()).isEqualTo(FailureCode.BAD_REQUEST);
              assertThat(e.failure().detail()).startsWith(detail);
            });
  }
}
