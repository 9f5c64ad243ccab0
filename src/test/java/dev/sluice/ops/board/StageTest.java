package dev.sluice.ops.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

  @ParameterizedTest
  @EnumSource
  void aStageNamesRoutesThatThereAre(Stage stage) throws IOException {
    String routes = allRoutes();

    assertThat(stage.routes())
        .allSatisfy(id -> assertThat(routes).contains("    id: " + id + "\n"));
  }

  private static String allRoutes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.collect(Collectors.toList())) {
        text.append(Files.readString(file));
      }
      return text.toString();
    }
  }
}
