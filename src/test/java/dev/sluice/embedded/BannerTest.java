package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BannerTest {

  private static final Endpoints AT =
      new Endpoints(
          "http://127.0.0.1:8080",
          "http://127.0.0.1:8081",
          "slc_key",
          "ops",
          "password",
          "127.0.0.1:9092",
          Map.of(),
          "jdbc:postgresql:sluice",
          new Endpoints.S3("http://127.0.0.1:9000", "access", "secret", Map.of(), "drop", "in/"),
          new Endpoints.Sftp("127.0.0.1", 2222, "sluice", "password", "", "inbox"),
          1);

  @Test
  void theFirstAddressIsThatOfThePages() {
    assertThat(addresses(Optional.of("http://127.0.0.1:8080/app/#invitation=x")))
        .startsWith("  Pages     http://127.0.0.1:8080/app/#invitation=x")
        .contains("\n  API       http://127.0.0.1:8080/api/v1\n");
  }

  @Test
  void withoutPagesItIsThatOfTheApi() {
    assertThat(addresses(Optional.empty()))
        .startsWith("  API       http://127.0.0.1:8080/api/v1\n  Docs ")
        .doesNotContain("Pages");
  }

  private static String addresses(Optional<String> pages) {
    String text = new Banner(AT, pages, Path.of("/data"), Path.of("/data/ssh_config")).text();
    return text.substring(text.indexOf("lost.\n\n") + "lost.\n\n".length());
  }
}
