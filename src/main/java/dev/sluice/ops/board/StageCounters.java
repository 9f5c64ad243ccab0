package dev.sluice.ops.board;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads how much has passed through each stage of this replica since it started. */
@Component
class StageCounters {

  private static final String ROUTE = "routeId";

  private final MeterReader meters;

  StageCounters(MeterReader meters) {
    this.meters = meters;
  }

  /** How many passed, and how many of them failed. */
  record Passed(long all, long failed) {

    static final Passed NONE = new Passed(0, 0);

    Passed minus(Passed before) {
      return new Passed(all - before.all, failed - before.failed);
    }
  }

  /** Of each stage. */
  Map<Stage, Passed> read() {
    Map<Stage, Passed> passed = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      passed.put(stage, new Passed(sum(stage, "camel.exchanges.total"), failed(stage)));
    }
    return passed;
  }

  /**
   * What a caller sent wrong is no failure of the door, and a delivery that its receiver refuses is
   * one, though not of the route.
   */
  private long failed(Stage stage) {
    return switch (stage) {
      case HTTP -> meters.count("http.server.requests", "outcome", "SERVER_ERROR");
      case NOTIFY ->
          meters.count("sluice.webhook.requests")
              - meters.count("sluice.webhook.requests", "result", "delivered");
      default ->
          sum(stage, "camel.exchanges.failed") + sum(stage, "camel.exchanges.failures.handled");
    };
  }

  private long sum(Stage stage, String meter) {
    return stage.routes().stream().mapToLong(route -> meters.count(meter, ROUTE, route)).sum();
  }
}
