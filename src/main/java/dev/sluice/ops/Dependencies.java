package dev.sluice.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows the servers that Sluice depends on as they were last seen. */
@Component
public class Dependencies {

  private final ServerStates states;

  Dependencies(ServerStates states) {
    this.states = states;
  }

  /**
   * A server as it was last seen.
   *
   * @param name as in health and metrics
   * @param up whether it answers and does what it is asked
   * @param latencyMillis of its last answer; null before the first, and where it is not measured
   * @param since when it is not up; null while it is, and where that is not known
   * @param why it is not up; null while it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Dependency(
      String name, boolean up, Double latencyMillis, Instant since, String why) {

    /** A server of which no more is known than this. */
    public static Dependency of(String name, boolean up, String why) {
      return new Dependency(name, up, null, null, up ? null : why);
    }
  }

  /** Database, object store and queue. */
  public List<Dependency> list() {
    return Arrays.stream(WatchedServer.values()).map(this::view).toList();
  }

  private Dependency view(WatchedServer server) {
    Optional<ServerStates.Trouble> trouble = states.troubleOf(server);
    return new Dependency(
        server.label(),
        trouble.isEmpty(),
        states.latencyOf(server).map(Dependencies::millis).orElse(null),
        trouble.map(ServerStates.Trouble::since).orElse(null),
        trouble.map(ServerStates.Trouble::why).orElse(null));
  }

  private static double millis(Duration latency) {
    return latency.toNanos() / 10_000 / 100.0;
  }
}
