package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.AtOnce;
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

  private final List<String> flushed = new ArrayList<>();

  @Test
  void whatIsLastIsSaidAndEndsTheStream() throws Exception {
    ProgressStream stream = stream(parsing(1), LONG, LONG);
    CompletableFuture<String> all = AtOnce.start(() -> all(stream));

    stream.tell(new Progress("completed", 2, 2, null));

    assertThat(all.join())
        .endsWith(
            """
            event: end
            data: {"state":"completed","pageCount":2,"pagesDone":2}

            """);
  }

  @Test
  void onlyChangesAreSaidAndOfSeveralTheLatest() throws Exception {
    ProgressStream stream = stream(parsing(0), LONG, LONG);

    stream.tell(parsing(1));
    stream.tell(parsing(2));
    stream.tell(parsing(2));
    String first = next(stream);
    stream.tell(parsing(2));
    stream.tell(Progress.DELETED);

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

    stream.tell(Progress.DELETED);
    next(stream);

    assertThat(flushed).hasSize(2);
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
    return new ProgressStream(first, settings, new ObjectMapper(), () -> flushed.add("flush"));
  }

  private static Progress parsing(int pagesDone) {
    return new Progress("parsing", 2, pagesDone, null);
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
