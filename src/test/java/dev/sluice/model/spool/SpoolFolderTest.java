package dev.sluice.model.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {

  @TempDir Path root;

  @Test
  void aClosedFileIsGoneAndAClosedFolderWithAllItsFiles() throws IOException {
    // Given
    SpoolFolder folder = new SpoolFolder(root);
    SpoolFile one = folder.newFile();
    SpoolFile two = folder.newFile();

    // When, then
    one.close();
    assertThat(one.path()).doesNotExist();
    folder.close();
    assertThat(two.path()).doesNotExist();
    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void anAdoptedFileHasANewNameInTheFolderAndGoesWhenItIsClosed() throws IOException {
    // Given
    Path file = Files.writeString(root.resolve("arrival.pdf"), "content");
    try (SpoolFolder folder = new SpoolFolder(root.resolve("spool"))) {

      // When
      SpoolFile adopted = folder.adopt(file);

      // Then
      assertThat(file).doesNotExist();
      assertThat(adopted.path()).hasParent(folder.path()).hasContent("content");
      adopted.close();
      assertThat(adopted.path()).doesNotExist();
    }
  }

  @Test
  void theFolderOfADeadProcessIsRemovedAndThatOfALivingOneIsNot() throws IOException {
    // Given
    Path abandoned = Files.createDirectory(root.resolve("abandoned"));
    Files.createFile(abandoned.resolve(".lock"));
    Files.writeString(abandoned.resolve("document.pdf"), "left over");
    Path foreign = Files.createDirectory(root.resolve("not-a-spool-folder"));

    // When
    try (SpoolFolder alive = new SpoolFolder(root);
        SpoolFolder another = new SpoolFolder(root)) {

      // Then
      assertThat(abandoned).doesNotExist();
      assertThat(foreign).exists();
      assertThat(alive.path()).exists();
      assertThat(another.path()).exists();
    }
  }

  @Test
  void aRootThatCannotBeUsedIsNamedWithItsSetting() throws IOException {
    Path file = Files.createFile(root.resolve("a-file"));

    assertThatThrownBy(() -> new SpoolFolder(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("sluice.data-dir")
        .hasMessageContaining(file.toString());
  }
}
