package dev.sluice.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spans are called as routes that there are. */
class TracedRouteTest {

  @Test
  void eachTracedRouteIsInARouteFile() throws IOException {
    StringBuilder routes = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        routes.append(Files.readString(file));
      }
    }

    assertThat(TracedRoute.values())
        .allSatisfy(route -> assertThat(routes).contains("    id: " + route.id() + "\n"));
  }
}
