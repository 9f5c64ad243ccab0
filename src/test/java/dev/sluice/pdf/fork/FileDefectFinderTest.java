package dev.sluice.pdf.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.OddFiles;
import dev.sluice.fixture.OddFiles.OddFile;
import dev.sluice.model.document.FileDefect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class FileDefectFinderTest {

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> whatIsWrongWithAFileIsSaid() {
    return OddFiles.with("defects").stream()
        .filter(file -> "completed".equals(file.end()) && !file.name().startsWith("counts"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.name(), () -> assertThat(found(file, 1, 1)).isEqualTo(file.defects())))
        .toList();
  }

  @Test
  void aFileWithFewerPagesThanItSaysIsRepaired() throws IOException {
    OddFile whole = OddFiles.with("pages").get(0);

    assertThat(found(whole, 3, 2)).containsExactly(FileDefect.REPAIRED);
    assertThat(found(whole, 2, 3)).isEmpty();
    assertThat(found(whole, -1, 2)).isEmpty();
  }

  private List<String> found(OddFile file, int counted, int pages) throws IOException {
    Path path = Files.write(folder.resolve(file.name()), file.bytes());
    return FileDefectFinder.find(path.toFile(), counted, pages).stream()
        .map(FileDefect::code)
        .toList();
  }
}
