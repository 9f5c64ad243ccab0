package dev.sluice.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ClosedInjectionStep;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * So many users at once, each of whom makes one journey; when one goes, the next one comes. How
 * many, and when, are steps such as "0-10@5 10-10@60": from, to, seconds.
 */
public final class Load extends Simulation {

  private final Recorder recorder;

  public Load() {
    Settings settings = new Settings(Path.of(System.getProperty("load.settings")));
    recorder = new Recorder(settings.path("results"));
    Journeys journeys = new Journeys(settings, recorder);
    setUp(
            scenario(settings.text("run"))
                .exec(journeys.named(settings.text("journey")))
                .injectClosed(steps(settings.text("steps"))))
        .protocols(
            http.baseUrl(settings.text("api"))
                .authorizationHeader("Bearer " + settings.text("key"))
                .userAgentHeader("sluice-load")
                .disableCaching()
                .disableWarmUp())
        .maxDuration(Duration.ofSeconds(settings.number("longest")));
  }

  @Override
  public void after() {
    recorder.close();
  }

  private static ClosedInjectionStep[] steps(String text) {
    return Arrays.stream(text.split(" ")).map(Load::step).toArray(ClosedInjectionStep[]::new);
  }

  private static ClosedInjectionStep step(String text) {
    String[] words = text.split("[-@]");
    int from = Integer.parseInt(words[0]);
    int to = Integer.parseInt(words[1]);
    Duration time = Duration.ofSeconds(Integer.parseInt(words[2]));
    return from == to
        ? constantConcurrentUsers(to).during(time)
        : rampConcurrentUsers(from).to(to).during(time);
  }
}
