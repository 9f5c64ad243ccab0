package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.filesIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

  @TempDir private Path parent;

  @Test
  void closingRemovesEverything() throws IOException {
    WorkFolder folder = WorkFolder.in(parent);
    Files.writeString(folder.fork().resolve("file"), "left over");

    folder.close();

    assertThat(filesIn(parent)).isEmpty();
  }

  @Test
  void leavesTheFoldersOfTheLivingAlone() {
    try (WorkFolder first = WorkFolder.in(parent);
        WorkFolder second = WorkFolder.in(parent)) {
      assertThat(first.path()).exists().isNotEqualTo(second.path());
    }
  }

  @Test
  void removesTheFoldersOfTheDeadAndNothingElse() throws IOException {
    // Given
    Path orphan = Files.createDirectory(parent.resolve("parser-orphan"));
    Files.createFile(orphan.resolve("lock"));
    Path foreign = Files.createDirectory(parent.resolve("parser-without-a-lock"));

    // When
    WorkFolder.in(parent).close();

    // Then
    assertThat(orphan).doesNotExist();
    assertThat(foreign).exists();
  }

  @Test
  void namesTheSettingWhenTheFolderCannotBeUsed() throws IOException {
    Path file = Files.createFile(parent.resolve("a-file"));

    assertThatThrownBy(() -> WorkFolder.in(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("sluice.parser.work-folder");
  }
}
