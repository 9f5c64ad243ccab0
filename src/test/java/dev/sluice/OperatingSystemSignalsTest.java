package dev.sluice;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OperatingSystemSignalsTest {

  @Test
  void aSignalOfTheSystemIsHeard() throws Exception {
    // Given
    List<String> heard = new CopyOnWriteArrayList<>();
    OperatingSystemSignals signals =
        new OperatingSystemSignals((name, number) -> heard.add(name + " " + number));
    signals.listenTo("WINCH"); // ends nobody
    signals.listenTo("KILL"); // reserved, and no error

    // When
    String self = String.valueOf(ProcessHandle.current().pid());
    new ProcessBuilder("kill", "-WINCH", self).start().waitFor();

    // Then
    Awaitility.await().until(() -> heard.equals(List.of("WINCH 28")));
  }
}
