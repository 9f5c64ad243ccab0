package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondSignalTest {

  @Test
  void theFirstSignalStopsInOrderAndNothingButCtrlCHurriesIt() {
    // Given
    List<String> calls = new ArrayList<>();
    SecondSignal signals =
        new SecondSignal(status -> calls.add("exit " + status), s -> calls.add("halt " + s));

    // When
    signals.handle("TERM", 15);
    signals.handle("TERM", 15);
    signals.handle("HUP", 1);
    signals.handle("INT", 2);

    // Then
    assertThat(calls).containsExactly("exit 143", "halt 130");
  }
}
