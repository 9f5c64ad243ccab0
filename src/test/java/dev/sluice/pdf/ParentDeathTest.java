package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.childrenOf;
import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.filesIn;
import static dev.sluice.pdf.Outcomes.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed parent takes its forks with it and leaves no files for long. */
class ParentDeathTest {

  @TempDir private Path folder;
  private Process parent;

  @AfterEach
  void endParent() {
    parent.destroyForcibly();
  }

  @Test
  void childrenEndWithTheirParentAndTheNextPoolRemovesTheirFiles() throws Exception {
    // Given a parent with a hanging fork and an idle one
    Path work = folder.resolve("work");
    parent = startParent(work, file(folder, Pdfs.hanging()));
    patiently().until(() -> childrenOf(parent.toHandle(), work).size() == 2);
    List<ProcessHandle> forks = childrenOf(parent.toHandle(), work);
    patiently().until(() -> isHanging(forks));

    // When
    parent.destroyForcibly();

    // Then
    patiently().until(() -> forks.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(filesIn(work)).isNotEmpty();
    new SpoolFolder(work).close();
    assertThat(filesIn(work)).isEmpty();
  }

  /** Starting costs a fork less than one second of CPU; only the hang costs more. */
  private static boolean isHanging(List<ProcessHandle> forks) {
    return forks.stream()
        .flatMap(fork -> fork.info().totalCpuDuration().stream())
        .anyMatch(cpu -> cpu.compareTo(Duration.ofMillis(1500)) > 0);
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
