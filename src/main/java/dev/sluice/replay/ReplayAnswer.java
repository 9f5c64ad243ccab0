package dev.sluice.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/** The answer to a request for a replay. */
public sealed interface ReplayAnswer {

  /** The HTTP status. */
  int statusCode();

  /** The address of what was made; null if nothing was. */
  String location();

  /**
   * The documents that a replay would affect; nothing was changed.
   *
   * @param byCode by the code of the failure, most first
   */
  record DryRun(boolean dryRun, long matches, Map<String, Long> byCode) implements ReplayAnswer {

    static DryRun of(Map<String, Long> byCode) {
      return new DryRun(true, byCode.values().stream().mapToLong(Long::longValue).sum(), byCode);
    }

    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public String location() {
      return null;
    }
  }

  /** A replay with its result so far. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Report(@JsonUnwrapped Replay replay, ReplayResult result, Map<String, String> links)
      implements ReplayAnswer {

    static Report of(Replay replay, ReplayResult result) {
      return new Report(replay, result, Map.of("self", "/api/v1/ops/replays/" + replay.id()));
    }

    @Override
    public int statusCode() {
      return 202;
    }

    @Override
    public String location() {
      return links.get("self");
    }
  }
}
