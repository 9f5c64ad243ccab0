package dev.sluice.ops.board;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A stage of the flow as it stands, over all replicas; what means nothing there is null.
 *
 * @param perMinute what passed within the last minute
 * @param waiting documents or events that wait for it
 * @param oldestSeconds how long the oldest of them has waited
 * @param failuresLastHour what failed in it: answers 5xx of the web door, documents given up by
 *     work
 * @param busy forks of this replica that work
 * @param size forks that it has
 * @param metric where the rate comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageView(
    String name,
    Double perMinute,
    Long waiting,
    Double oldestSeconds,
    Long failuresLastHour,
    Long busy,
    Long size,
    String metric) {

  /** An attempt that failed is made again by itself: of work counts what was given up. */
  static StageView of(Stage stage, LedgerFigures.Found found, MeterReader meters) {
    boolean works = stage == Stage.WORK;
    StageRates.Rate rate = found.rates().get(stage);
    return new StageView(
        stage.label(),
        rate.perMinute(),
        waiting(stage, meters),
        stage == Stage.QUEUE ? known(meters, "sluice.oldest.waiting") : null,
        works ? Long.valueOf(found.deadLastHour()) : rate.failuresLastHour(),
        works ? meters.count("sluice.forks.busy") : null,
        works ? meters.count("sluice.forks.size") : null,
        stage.metric());
  }

  private static Long waiting(Stage stage, MeterReader meters) {
    return switch (stage) {
      case RECEIVE -> meters.count("sluice.admission.documents");
      case QUEUE -> meters.count("sluice.admission.queue.depth");
      case NOTIFY ->
          meters.count("sluice.outbox.unpublished")
              + meters.count("sluice.webhook.deliveries", "state", "pending");
      default -> null;
    };
  }

  private static Double known(MeterReader meters, String meter) {
    return meters.sum(meter).isPresent() ? meters.sum(meter).getAsDouble() : null;
  }
}
