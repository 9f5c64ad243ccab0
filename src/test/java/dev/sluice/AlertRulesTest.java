package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The alert rules as Prometheus' own tool sees them. */
class AlertRulesTest {

  @Test
  void outagesFireWithinTwoMinutesAndNothingElseDoes() throws Exception {
    Assumptions.assumeTrue(isThere(), "there is no promtool: install prometheus to run this test");

    assertThat(output("promtool", "check", "rules", "config/alerts/sluice.yaml"))
        .contains("SUCCESS");
    assertThat(output("promtool", "test", "rules", "src/test/resources/alerts/outages.yaml"))
        .contains("SUCCESS")
        .doesNotContain("FAILED");
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("promtool", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
