package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshFolderTest {

  @TempDir Path home;

  @Test
  void isNotThereUntilItIsCompleteAndAFailedAttemptIsClearedAway() throws Exception {
    // Given
    FreshFolder fresh = new FreshFolder(home.resolve("made"));

    // When
    assertThatThrownBy(
            () ->
                fresh.madeBy(
                    folder -> {
                      fill(folder, "half");
                      throw new IOException("power cut");
                    }))
        .hasMessage("power cut");
    assertThat(fresh.path()).doesNotExist();
    fresh.madeBy(folder -> fill(folder, "whole"));

    // Then
    assertThat(fresh.path().resolve("file")).hasContent("whole");
    try (var files = Files.list(home)) {
      assertThat(files).containsExactly(fresh.path());
    }
  }

  @Test
  void isNeverMadeAgainOnceItIsThere() throws Exception {
    // Given
    FreshFolder fresh = new FreshFolder(home.resolve("made"));
    fresh.madeBy(folder -> fill(folder, "mine"));

    // When
    fresh.madeBy(folder -> fill(folder, "other"));

    // Then
    assertThat(fresh.path().resolve("file")).hasContent("mine");
  }

  private static void fill(Path folder, String content) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("file"), content);
  }
}
