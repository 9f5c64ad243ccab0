package dev.sluice.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guarantee.DroppedFile.Fate;
import dev.sluice.guarantee.SentDocument.Nature;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each guarantee is broken on purpose: one that cannot fail proves nothing. */
class GuaranteeTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String SOURCE = "in/a.pdf";

  private static final SentDocument GOOD = sent(Nature.VALID);
  private static final SentDocument BAD = sent(Nature.INVALID);
  private static final SentDocument HARMFUL = sent(Nature.POISON);
  private static final FoundDocument COMPLETED = found("completed", 1, "heron one", "heron two");

  private final History history = new History();

  @Test
  void allGuaranteesHoldWhenEachDocumentWentThrough() {
    // Given
    history.dropped(GOOD, "s3", SOURCE);
    history.acknowledged(GOOD, "http", "id");
    history.gone(SOURCE, NOON.plusSeconds(1));
    history.ended(SOURCE, Fate.DONE);
    history.found(COMPLETED);
    history.counted(new LedgerView(NOON, 1, 1, 0));
    history.measured(new MemorySample(NOON, "application", 100, 100));

    // Then
    assertThat(
            Stream.of(
                    new NoLostDocument(),
                    new OneResultPerDocument(),
                    new Conservation(),
                    new SourceUntouchedUntilSafe(),
                    new BoundedMemory())
                .flatMap(guarantee -> guarantee.violations(history).stream()))
        .isEmpty();
  }

  @Test
  void aDocumentWithAReceiptIsLostWhenItIsNotThere() {
    // Given
    history.acknowledged(GOOD, "http", "id");

    // Then
    assertThat(new NoLostDocument().violations(history)).containsExactly("a is not there");
  }

  @Test
  void aFileThatWasTakenIsLostWhenItIsNotThere() {
    // Given
    history.dropped(GOOD, "sftp", SOURCE);
    history.gone(SOURCE, NOON);

    // Then
    assertThat(new NoLostDocument().violations(history)).containsExactly("a is not there");
  }

  @Test
  void aFileThatStillLiesThereIsNotLost() {
    // Given
    history.dropped(GOOD, "sftp", SOURCE);

    // Then
    assertThat(new NoLostDocument().violations(history)).isEmpty();
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of(GOOD, found("parsing", 0), "a is stuck as parsing"),
        Arguments.of(GOOD, found("dead", 0), "a ended as dead (a-code)"),
        Arguments.of(GOOD, found("completed", 1, "heron one"), "a lacks the text of page 2"),
        Arguments.of(
            GOOD, found("completed", 1, "heron two", "heron one"), "a lacks the text of page 1"),
        Arguments.of(GOOD, COMPLETED.withOriginal(null), "a has no original, or another one"),
        Arguments.of(GOOD, COMPLETED.withOriginal("other"), "a has no original, or another one"),
        Arguments.of(BAD, found("completed", 1), "a ended as completed (a-code)"),
        Arguments.of(BAD, found("dead", 0), "a ended as dead (a-code)"),
        Arguments.of(HARMFUL, found("retrying", 0), "a is stuck as retrying"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("losses")
  void aDocumentIsLostWhenItDoesNotEndAsItMust(
      SentDocument document, FoundDocument end, String violation) {
    // Given
    history.acknowledged(document, "http", "id");
    history.found(end);

    // Then
    assertThat(new NoLostDocument().violations(history)).containsExactly(violation);
  }

  @Test
  void aGoodDocumentIsNotRefused() {
    // Given
    history.refused(GOOD, "http", "not-a-pdf");
    history.refused(BAD, "http", "not-a-pdf");

    // Then
    assertThat(new NoLostDocument().violations(history))
        .containsExactly("a is good and was refused by http: not-a-pdf");
  }

  static Stream<Arguments> doubles() {
    return Stream.of(
        Arguments.of(List.of(COMPLETED, COMPLETED), "a is there 2 times"),
        Arguments.of(
            List.of(found("completed", 2, "heron one", "heron two")),
            "a is completed and was completed 2 times"),
        Arguments.of(List.of(found("dead", 1)), "a is dead and was completed 1 times"),
        Arguments.of(List.of(found("dead", 0, "heron one")), "a is dead and has 1 pages"),
        Arguments.of(
            List.of(found("completed", 1, "heron one", "heron two", "heron two")),
            "a has 3 pages, not 2"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("doubles")
  void aDocumentHasOneResult(List<FoundDocument> ends, String violation) {
    // Given
    history.acknowledged(GOOD, "http", "id");
    ends.forEach(history::found);

    // Then
    assertThat(new OneResultPerDocument().violations(history)).containsExactly(violation);
  }

  @Test
  void aDocumentThatNobodySentIsOneTooMany() {
    // Given
    history.found(COMPLETED);

    // Then
    assertThat(new OneResultPerDocument().violations(history))
        .containsExactly("id was sent by nobody");
  }

  @Test
  void allReceiptsOfADocumentNameIt() {
    // Given
    history.acknowledged(GOOD, "http", "id");
    history.acknowledged(GOOD, "tus", "other");
    history.found(COMPLETED);

    // Then
    assertThat(new OneResultPerDocument().violations(history))
        .singleElement()
        .asString()
        .startsWith("a has receipts for ")
        .contains("other")
        .endsWith(", but is [id]");
  }

  @Test
  void theBooksBalanceAtEachMoment() {
    // Given
    history.counted(new LedgerView(NOON, 5, 4, 1));
    history.counted(new LedgerView(NOON.plusSeconds(1), 5, 3, 1));
    history.counted(new LedgerView(NOON.plusSeconds(2), 5, 0, 5));

    // Then
    assertThat(new Conservation().violations(history))
        .containsExactly("at 2026-01-01T12:00:01Z the books were off by 1");
  }

  @Test
  void theBooksEndWithWhatIsThere() {
    // Given
    history.counted(new LedgerView(NOON, 1, 1, 0));

    // Then
    assertThat(new Conservation().violations(history))
        .containsExactly("the books end with 1 documents, of which 0 were found");
  }

  @Test
  void booksThatNobodyReadProveNothing() {
    assertThat(new Conservation().violations(history)).containsExactly("the books were never read");
  }

  static Stream<Arguments> hastyMoves() {
    return Stream.of(
        Arguments.of(GOOD, Fate.VANISHED, COMPLETED, "a at in/a.pdf vanished"),
        Arguments.of(GOOD, Fate.ERROR, COMPLETED, "a at in/a.pdf is good and was refused"),
        Arguments.of(GOOD, Fate.DONE, null, "a at in/a.pdf was taken away and never entered"),
        Arguments.of(
            GOOD,
            Fate.DONE,
            COMPLETED.withOriginal(null),
            "a at in/a.pdf was taken away, and its original is not stored"),
        Arguments.of(
            GOOD,
            Fate.DONE,
            COMPLETED.receivedAt(NOON.plusSeconds(5)),
            "a at in/a.pdf was gone at 2026-01-01T12:00:01Z, entered at 2026-01-01T12:00:05Z"));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("hastyMoves")
  void aFileIsNotTouchedTooEarly(
      SentDocument document, Fate fate, FoundDocument end, String violation) {
    // Given
    history.dropped(document, "s3", SOURCE);
    history.gone(SOURCE, NOON.plusSeconds(1));
    history.gone(SOURCE, NOON.plusSeconds(9));
    history.ended(SOURCE, fate);
    if (end != null) {
      history.found(end);
    }

    // Then
    assertThat(new SourceUntouchedUntilSafe().violations(history)).containsExactly(violation);
  }

  @Test
  void aBadFileMayBeMovedAside() {
    // Given
    history.dropped(BAD, "s3", SOURCE);
    history.gone(SOURCE, NOON);
    history.ended(SOURCE, Fate.ERROR);

    // Then
    assertThat(new SourceUntouchedUntilSafe().violations(history)).isEmpty();
    assertThat(new NoLostDocument().violations(history)).isEmpty();
  }

  @Test
  void theWorstOfAProcessCounts() {
    // Given
    history.measured(new MemorySample(NOON, "parser", 90 << 20, 100 << 20));
    history.measured(new MemorySample(NOON, "application", 300 << 20, 200 << 20));
    history.measured(new MemorySample(NOON, "application", 250 << 20, 200 << 20));

    // Then
    assertThat(new BoundedMemory().violations(history))
        .containsExactly(
            "application held 300 MB at 2026-01-01T12:00:00Z, where 200 MB are allowed");
  }

  @Test
  void memoryThatNobodyMeasuredProvesNothing() {
    assertThat(new BoundedMemory().violations(history))
        .containsExactly("memory was never measured");
  }

  private static SentDocument sent(Nature nature) {
    return new SentDocument("a", "ada", "hash", nature, List.of("one", "two"));
  }

  private static FoundDocument found(String state, int completions, String... pages) {
    return new FoundDocument(
        "id", "ada", "hash", state, "a-code", NOON, completions, List.of(pages), "hash");
  }
}
