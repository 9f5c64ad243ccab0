package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sun.misc.Signal;

class SecondSignalTest {

  @Test
  void theFirstSignalStopsInOrderAndNothingButCtrlCHurriesIt() {
    // Given
    List<String> calls = new ArrayList<>();
    SecondSignal signals =
        new SecondSignal(status -> calls.add("exit " + status), s -> calls.add("halt " + s));

    // When
    signals.handle(new Signal("TERM"));
    signals.handle(new Signal("TERM"));
    signals.handle(new Signal("HUP"));
    signals.handle(new Signal("INT"));

    // Then
    assertThat(calls).containsExactly("exit 143", "halt 130");
  }
}
