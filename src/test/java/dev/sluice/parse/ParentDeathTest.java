package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.childrenOf;
import static dev.sluice.parse.Outcomes.file;
import static dev.sluice.parse.Outcomes.filesIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.fixture.Pdfs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed parent takes its children with it and leaves no files for long. */
class ParentDeathTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void childrenEndWithTheirParentAndTheNextPoolRemovesTheirFiles() throws Exception {
    // Given a parent with a hanging child and an idle one
    Path work = folder.resolve("work");
    Process parent = startParent(work, file(folder, Pdfs.hanging()));
    await()
        .atMost(PATIENCE)
        .until(() -> childrenOf(parent.toHandle(), work).size() == 2 && hasFontCache(work));
    List<ProcessHandle> children = childrenOf(parent.toHandle(), work);

    // When
    parent.destroyForcibly();

    // Then
    await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(filesIn(work)).isNotEmpty();
    WorkFolder.in(work).close();
    assertThat(filesIn(work)).isEmpty();
  }

  /** Written by a child as it warms up. */
  private static boolean hasFontCache(Path work) {
    return filesIn(work).stream().anyMatch(file -> file.endsWith(".pdfbox.cache"));
  }

  private static Process startParent(Path work, Path pdf) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ParentMain.class.getName(),
            work.toString(),
            pdf.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
