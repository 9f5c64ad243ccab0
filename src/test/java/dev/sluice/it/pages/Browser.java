package dev.sluice.it.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.NodePackage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Debian's Chromium, and the journeys of src/test/pages through the pages. */
record Browser(NodePackage scripts) {

  private static final String PROGRAM = "chromium";

  /** How a visitor looks at the pages. */
  enum Look {
    WIDE_LIGHT_ENGLISH("1200", "light", "en"),
    NARROW_DARK_GERMAN("360", "dark", "de");

    private final List<String> arguments;

    Look(String... arguments) {
      this.arguments = List.of(arguments);
    }
  }

  /** Installs the journeys; skips the test where there is no npm or no Chromium. */
  static Browser installed() throws IOException, InterruptedException {
    assumeTrue(NodePackage.isOnPath(PROGRAM), PROGRAM + " is not on this machine");
    return new Browser(NodePackage.installed("pages"));
  }

  /** Goes on a journey on which no page may do what none may, and returns what was seen. */
  JsonNode journey(String script, int port, String key, Look look, String... more)
      throws IOException, InterruptedException {
    Stream<String> visit = Stream.of("/usr/bin/" + PROGRAM, "http://127.0.0.1:" + port, key);
    String[] arguments =
        Stream.of(visit, look.arguments.stream(), Stream.of(more))
            .flatMap(part -> part)
            .toArray(String[]::new);
    JsonNode seen = new ObjectMapper().readTree(scripts.run(script, arguments));
    assertThat(texts(seen, "violations")).as("what axe-core found").isEmpty();
    assertThat(texts(seen, "complaints")).as("what the browser complained of").isEmpty();
    assertThat(texts(seen, "outside")).as("what was asked of other servers").isEmpty();
    return seen;
  }

  /** What was seen under a name, as texts. */
  static List<String> texts(JsonNode seen, String name) {
    Stream<JsonNode> items = StreamSupport.stream(seen.path(name).spliterator(), false);
    return items.map(JsonNode::asText).toList();
  }
}
