package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Failures;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PollingStatusTest {

  private final PollingStatus status = new PollingStatus(Failures.classifier());

  @Test
  void troubleIsToldOnceAndOnceThatItIsOver(CapturedOutput output) {
    status.worked("a-door");
    status.failed("a-door", trouble(FailureCode.STORE_UNAVAILABLE));
    status.failed("a-door", trouble(FailureCode.STORE_UNAVAILABLE));
    status.worked("a-door");
    status.worked("a-door");

    assertThat(output.toString().lines().filter(line -> line.contains("a-door")))
        .satisfiesExactly(
            line -> assertThat(line).contains("WARN", "store-unavailable", "what was seen"),
            line -> assertThat(line).contains("INFO", "Works again"));
  }

  @Test
  void otherTroubleIsToldToo(CapturedOutput output) {
    status.failed("b-door", trouble(FailureCode.STORE_UNAVAILABLE));
    status.failed("b-door", trouble(FailureCode.SOURCE_REFUSED));
    status.failed("b-door", new IllegalStateException("a bug"));

    assertThat(output.toString().lines().filter(line -> line.contains("b-door")))
        .satisfiesExactly(
            line -> assertThat(line).contains("store-unavailable"),
            line -> assertThat(line).contains("source-refused"),
            line -> assertThat(line).contains("ERROR"));
    assertThat(output).contains("a bug");
  }

  private static FailureException trouble(FailureCode code) {
    return new FailureException(code, "what was seen");
  }
}
