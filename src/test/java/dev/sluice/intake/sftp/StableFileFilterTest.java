package dev.sluice.intake.sftp;

import static dev.sluice.intake.sftp.RemoteFiles.INCOMPLETE_AFTER;
import static dev.sluice.intake.sftp.RemoteFiles.STABLE_FOR;
import static dev.sluice.intake.sftp.RemoteFiles.file;
import static dev.sluice.intake.sftp.RemoteFiles.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Intakes;
import dev.sluice.intake.DropRule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableFileFilterTest {

  private static final String A = "inbox/a.pdf";

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private StableFileFilter files = filesOf("", rule("", "me"));

  @Test
  void aFileIsTakenWhenItDidNotChangeForAWhile() {
    assertThat(sees("a.pdf", 10, 1)).isFalse();
    pass(STABLE_FOR.minusMillis(1));
    assertThat(sees("a.pdf", 10, 1)).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(sees("a.pdf", 10, 1)).isTrue();
    assertThat(files.restOf(A)).isEqualTo(STABLE_FOR);
  }

  @Test
  void eachChangeOfSizeOrTimeBeginsANewWait() {
    sees("a.pdf", 10, 1);
    pass(STABLE_FOR);
    assertThat(sees("a.pdf", 11, 1)).isFalse();
    pass(STABLE_FOR);
    assertThat(sees("a.pdf", 11, 2)).isFalse();
    pass(STABLE_FOR);
    assertThat(sees("a.pdf", 11, 2)).isTrue();
  }

  @Test
  void anIncompleteFileIsLeftUntilItChangesOrIsGivenUp() {
    // Given
    sees("a.pdf", 10, 1);
    pass(STABLE_FOR);

    // When
    files.leaveUntilRested(A, INCOMPLETE_AFTER);

    // Then
    pass(INCOMPLETE_AFTER.minus(STABLE_FOR).minusMillis(1));
    assertThat(sees("a.pdf", 10, 1)).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(sees("a.pdf", 10, 1)).isTrue();
    assertThat(files.restOf(A)).isEqualTo(INCOMPLETE_AFTER);
    assertThat(sees("a.pdf", 20, 1)).isFalse();
    pass(STABLE_FOR);
    assertThat(sees("a.pdf", 20, 1)).isTrue();
  }

  @Test
  void aFileThatCannotBeTakenIsLeftForTwiceAsLongEachTimeWithinReason() {
    // Given
    sees("a.pdf", 10, 1);
    pass(STABLE_FOR);

    // When, then
    Duration pause = STABLE_FOR;
    for (int failure = 0; failure < 10; failure++) {
      files.postpone(A);
      pass(pause.minusMillis(1));
      assertThat(sees("a.pdf", 10, 1)).as("after %s", pause).isFalse();
      pass(Duration.ofMillis(1));
      assertThat(sees("a.pdf", 10, 1)).as("after %s", pause).isTrue();
      pause = failure < 6 ? pause.multipliedBy(2) : pause;
    }
    assertThat(pause).isLessThan(Duration.ofMinutes(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.pdf.part", "a.tmp", "a.pdf.ok", "*.pdf", "a?.pdf", "a\\b.pdf", "${x}"})
  void someNamesAreNeverTaken(String name) {
    files = filesOf(".ok", rule("", "me"));
    sees(name, 10, 1);
    pass(STABLE_FOR);

    assertThat(sees(name, 10, 1)).isFalse();
  }

  @Test
  void aFileWithoutAnOwnerIsLeftAlone() {
    files = filesOf("", rule("ada/", "ada"));
    sees("ada/a.pdf", 10, 1);
    sees("a.pdf", 10, 1);
    pass(STABLE_FOR);

    assertThat(sees("ada/a.pdf", 10, 1)).isTrue();
    assertThat(sees("a.pdf", 10, 1)).isFalse();
  }

  private StableFileFilter filesOf(String doneSuffix, DropRule... rules) {
    SftpSettings settings = RemoteFiles.settings(doneSuffix, true, rules);
    return new StableFileFilter(settings, new SftpDoor(Intakes.open(), settings), () -> now);
  }

  private boolean sees(String path, long size, long modified) {
    return files.accept(file(path, size, modified));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
