package dev.sluice.it.ops;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Warnings;
import dev.sluice.it.ApiClient;
import dev.sluice.it.FirstRunSluice;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop is a stop, whoever asks for it and however: nothing is left running, or lost. */
@EnabledOnOs(OS.LINUX) // by setsid each Sluice gets a process group of its own
class StopIT {

  private static final Duration MAVEN_WAITS = Duration.ofSeconds(5);

  @TempDir Path home;
  private FirstRunSluice sluice;

  @BeforeEach
  void sluiceThatWaitsForParses() {
    sluice = new FirstRunSluice(home).inOwnGroup().with("SLUICE_PARSER_SILENCE", "100s");
  }

  @AfterEach
  void end() {
    sluice.close();
  }

  @Test
  void ctrlCUnderMavenLetsAParseHaveItsTimeAndLeavesNothingBehind() throws Exception {
    // Given
    sluice.with("SLUICE_WORK_STOP_WITHIN", "8s");
    startParsing();

    // When
    sluice.signalGroup("INT");
    assertThat(sluice.endsWithin(MAVEN_WAITS)).isFalse();
    sluice.signal("TERM");

    // Then
    sluice.awaitNothingLeft();
    assertThat(sluice.log()).containsOnlyOnce("given-back");
    assertThat(Warnings.in(sluice.log())).isEmpty();
    assertThat(sluice.endpointsFile()).doesNotExist();
  }

  @Test
  @Tag("proof")
  void aSecondCtrlCStopsAtOnceAndTakesAllAlong() throws Exception {
    // Given
    String id = startParsing();
    sluice.signalGroup("INT");
    Awaitility.await().until(() -> sluice.log().contains("Stopping: "));

    // When
    sluice.signalGroup("INT");

    // Then
    sluice.awaitNothingLeft();
    assertThat(sluice.log()).doesNotContain("given-back");
    assertGoesOnInSilence(id);
  }

  @ParameterizedTest
  @Tag("proof")
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aSignalToTheGroupLetsAParseHaveItsTimeAndTheNextStartGoesOn(String name) throws Exception {
    // Given
    String id = startParsing();

    // When: Maven passes on the signal to end
    sluice.signalGroup(name);
    sluice.signal("TERM");

    // Then
    sluice.awaitNothingLeft();
    assertThat(sluice.log()).containsOnlyOnce("given-back");
    assertGoesOnInSilence(id);
  }

  @Test
  @Tag("proof")
  void aSignalToTheJvmAloneDoesTheSame() throws Exception {
    // Given
    String id = startParsing();

    // When
    sluice.signal("TERM");

    // Then
    sluice.awaitNothingLeft();
    assertThat(sluice.log()).containsOnlyOnce("given-back");
    assertGoesOnInSilence(id);
  }

  @Test
  @Tag("proof")
  void aKillOfTheJvmTakesAllAlongAndTheNextStartGoesOn() throws Exception {
    // Given
    String id = startParsing();

    // When
    sluice.signal("KILL");

    // Then
    sluice.awaitNothingLeft();
    assertGoesOnInSilence(id);
  }

  private String startParsing() throws Exception {
    ApiClient api = sluice.start().api();
    String id = api.upload(Pdfs.hanging()).text("id");
    Awaitility.await().until(() -> api.get(document(id)).text("state").equals("parsing"));
    return id;
  }

  private void assertGoesOnInSilence(String id) throws Exception {
    ApiClient api = sluice.start().api();
    Awaitility.await().until(() -> api.get(document(id)).text("state").equals("parsing"));
    assertThat(Warnings.in(sluice.log())).isEmpty();
    assertThat(sluice.log()).doesNotContain("cannot");
  }
}
