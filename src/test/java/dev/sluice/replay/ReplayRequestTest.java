package dev.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.contract.JsonBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayRequestTest {

  private static final ReplayOrders ORDERS =
      new ReplayOrders(new ReplaySettings(Duration.ofSeconds(1), 10, 100, 1000));

  @Test
  void aReplayIsOfDeadLettersInTheBulkLaneUnlessSaidOtherwise() {
    ReplayOrder order = order("{'codes': ['internal'], 'dryRun': false}");

    assertThat(order.filter().states()).containsExactly(DocumentState.DEAD);
    assertThat(order.filter().codes()).isEqualTo(List.of(FailureCode.INTERNAL));
    assertThat(order.lane()).isEqualTo(Lane.BULK);
    assertThat(order.perSecond()).isEqualTo(10);
  }

  @Test
  void allAreMeantOnlyIfItIsSaid() {
    assertThat(order("{'all': true, 'states': ['invalid'], 'dryRun': true}").filter().states())
        .containsExactly(DocumentState.INVALID);
    assertThatThrownBy(() -> order("{'states': ['dead'], 'dryRun': false}"))
        .hasMessageContaining("Say which");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                     | must be JSON",
        "null                                                   | must be JSON",
        "{                                                      | must be JSON",
        "[]                                                     | must be JSON",
        "{'all': true}                                          | dryRun must be",
        "{'code': 'internal', 'dryRun': true}                   | There is no field code",
        "{'codes': 'internal', 'dryRun': true}                  | at codes",
        "{'all': true, 'dryRun': 'perhaps'}                     | at dryRun",
        "{'all': true, 'dryRun': true, 'perSecond': 0}          | perSecond must be 1 to 100",
        "{'all': true, 'dryRun': true, 'perSecond': 101}        | perSecond must be 1 to 100",
        "{'all': true, 'dryRun': true, 'lane': 'fast'}          | lane must be",
        "{'dryRun': true}                                       | Say which"
      })
  void whatIsWrongIsNamed(String body, String detail) {
    assertThatThrownBy(() -> order(body))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().code()).isEqualTo(FailureCode.BAD_REQUEST);
              assertThat(e.failure().detail()).contains(detail);
            });
  }

  @Test
  void settingsWithoutSenseAreRefusedByName() {
    assertThatThrownBy(() -> new ReplaySettings(Duration.ZERO, 10, 100, 1000))
        .hasMessageStartingWith("sluice.replay.period ");
    assertThatThrownBy(() -> new ReplaySettings(Duration.ofSeconds(1), 0, 100, 1000))
        .hasMessageStartingWith("sluice.replay.per-second ");
    assertThatThrownBy(() -> new ReplaySettings(Duration.ofSeconds(1), 10, 9, 1000))
        .hasMessageStartingWith("sluice.replay.max-per-second ");
    assertThatThrownBy(() -> new ReplaySettings(Duration.ofSeconds(1), 10, 100, 0))
        .hasMessageStartingWith("sluice.replay.max-documents ");
  }

  private static ReplayOrder order(String body) {
    byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ReplayRequest request =
        new JsonBody(new ObjectMapper())
            .read(json, ReplayRequest.class, ReplayRequest.SHAPE)
            .checked();
    return ORDERS.of(request.criteria(), request.all(), request.lane(), request.perSecond());
  }
}
