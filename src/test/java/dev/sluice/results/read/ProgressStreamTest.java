package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.AtOnce;
import dev.sluice.model.document.DocumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProgressStreamTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  private static final DocumentId ONE = DocumentId.next();
  private static final DocumentId OTHER = DocumentId.next();

  private final List<String> flushed = new ArrayList<>();

  @Test
  void whatIsLastIsSaidAndEndsTheStream() throws Exception {
    ProgressStream stream = stream(parsing(1), LONG, LONG);
    CompletableFuture<String> all = AtOnce.start(() -> all(stream));

    stream.tell(List.of(completed(ONE)));

    assertThat(all.join())
        .endsWith(
            """
            event: end
            data: {"id":"%s","state":"completed","pageCount":2,"pagesDone":2}

            """
                .formatted(ONE));
  }

  @Test
  void aPositionIsSaidAgainWhenItChangedByATenth() throws Exception {
    ProgressStream stream = stream(queued(100), LONG, LONG);
    CompletableFuture<String> all = AtOnce.start(() -> all(stream));

    stream.tell(List.of(queued(95)));
    stream.tell(List.of(queued(90)));
    stream.tell(List.of(queued(82)));
    stream.tell(List.of(completed(ONE)));

    assertThat(all.join()).doesNotContain("\"queuePosition\":95", "\"queuePosition\":82");
    assertThat(queued(90).isNewsAfter(queued(100))).isTrue();
    assertThat(queued(1).isNewsAfter(queued(2))).isTrue();
    assertThat(queued(95).isNewsAfter(queued(100))).isFalse();
    assertThat(parsing(0).isNewsAfter(queued(1))).isTrue();
  }

  private static Progress queued(int position) {
    return new Progress(ONE, "queued", null, 0, null, new QueuePosition(position, position));
  }

  @Test
  void onlyChangesAreSaidAndOfSeveralTheLatest() throws Exception {
    ProgressStream stream = stream(parsing(0), LONG, LONG);

    stream.tell(List.of(parsing(1)));
    stream.tell(List.of(parsing(2)));
    stream.tell(List.of(parsing(2)));
    String first = next(stream);
    stream.tell(List.of(parsing(2)));
    stream.tell(List.of(Progress.deleted(ONE)));

    assertThat(first).contains("\"pagesDone\":2");
    assertThat(all(stream)).contains("event: end").containsOnlyOnce("data:");
  }

  @Test
  void withoutNewsThereAreCommentsUntilTheTimeIsOver() throws Exception {
    String all = all(stream(parsing(0), SHORT.multipliedBy(5), SHORT));

    assertThat(all).startsWith("event: progress\n").contains("\n\n: ").doesNotContain("end");
  }

  @Test
  void whatWasReadIsFlushedBeforeTheNextWait() throws Exception {
    ProgressStream stream = stream(parsing(0), LONG, LONG);
    next(stream);

    stream.tell(List.of(Progress.deleted(ONE)));
    next(stream);

    assertThat(flushed).hasSize(2);
  }

  @Test
  void ofManyEachIsToldByItselfUntilAllHaveEnded() throws Exception {
    // Given
    ProgressStream stream = streamOfMany(parsing(ONE, 0), completed(OTHER));
    String first = next(stream);

    // When
    stream.tell(List.of(completed(ONE), completed(OTHER)));

    // Then
    assertThat(first)
        .contains("event: progress\n", "event: end\n", ONE.toString(), OTHER.toString());
    assertThat(all(stream))
        .contains("event: end\n", ONE.toString())
        .doesNotContain(OTHER.toString())
        .endsWith("event: done\ndata: {}\n\n");
  }

  @Test
  void ofManyThoseThatJoinAreFollowedUntilTheyEnd() throws Exception {
    // Given: nothing yet, as of an empty batch
    ProgressStream stream = streamOfMany();

    // When
    stream.tell(List.of(parsing(ONE, 0)));

    // Then
    assertThat(next(stream)).contains(ONE.toString()).doesNotContain("done\n");
    assertThat(stream.unfinished()).containsExactly(ONE);
    stream.tell(List.of(parsing(OTHER, 0), completed(ONE)));
    assertThat(stream.unfinished()).containsExactly(OTHER);
    assertThat(stream.follows(ONE)).isTrue();
  }

  @Test
  void aClosedStreamWaitsForNothing() throws Exception {
    ProgressStream stream = stream(parsing(0), LONG, LONG);
    next(stream);

    stream.close();

    assertThat(stream.read()).isNegative();
  }

  private ProgressStream stream(Progress first, Duration longest, Duration heartbeat) {
    ProgressSettings settings = new ProgressSettings(1, 1, longest, heartbeat);
    return ProgressStream.ofOne(first, settings, new ObjectMapper(), () -> flushed.add("flush"));
  }

  private ProgressStream streamOfMany(Progress... first) {
    ProgressSettings settings = new ProgressSettings(1, 1, LONG, LONG);
    return ProgressStream.ofMany(
        List.of(first), settings, new ObjectMapper(), () -> flushed.add("flush"));
  }

  private static Progress parsing(int pagesDone) {
    return parsing(ONE, pagesDone);
  }

  private static Progress parsing(DocumentId id, int pagesDone) {
    return new Progress(id, "parsing", 2, pagesDone, null, null);
  }

  private static Progress completed(DocumentId id) {
    return new Progress(id, "completed", 2, 2, null, null);
  }

  private static String all(ProgressStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String next(ProgressStream stream) throws IOException {
    byte[] buffer = new byte[1000];
    return new String(buffer, 0, stream.read(buffer), StandardCharsets.UTF_8);
  }
}
