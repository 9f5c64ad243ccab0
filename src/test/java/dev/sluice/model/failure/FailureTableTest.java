package dev.sluice.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTableTest {

  @Test
  void theDocsListEveryFailureAsTheCodeHasIt() throws IOException {
    List<String> table =
        Files.readAllLines(Path.of("docs/failures.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(table)
        .containsExactlyElementsOf(Arrays.stream(FailureCode.values()).map(this::row).toList());
  }

  private String row(FailureCode code) {
    return "| `%s` | %s | %d | %s |"
        .formatted(code.label(), code.category().label(), code.httpStatus(), code.advice());
  }
}
