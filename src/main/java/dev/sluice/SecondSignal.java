package dev.sluice;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * The first Ctrl-C, SIGTERM or SIGHUP stops in order; a Ctrl-C while that lasts stops at once. No
 * other signal hurries it, because Maven sends SIGTERM five seconds after Ctrl-C and passes a
 * signal to the group on once more.
 */
public final class SecondSignal {

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final IntConsumer first;
  private final IntConsumer second;

  SecondSignal(IntConsumer first, IntConsumer second) {
    this.first = first;
    this.second = second;
  }

  /** Listens from now on; the first signal runs the shutdown hooks. */
  public static void listen() {
    listen(System::exit);
  }

  /** Listens from now on; the first signal gives its exit status to {@code first}. */
  public static void listen(IntConsumer first) {
    SecondSignal listener = new SecondSignal(first, Runtime.getRuntime()::halt);
    OperatingSystemSignals signals = new OperatingSystemSignals(listener::handle);
    List.of("INT", "TERM", "HUP").forEach(signals::listenTo);
  }

  /** Runs on a thread of its own, so the first signal may take its time. */
  void handle(String name, int number) {
    int status = 128 + number;
    if (stopping.compareAndSet(false, true)) {
      first.accept(status);
    } else if (name.equals("INT")) {
      second.accept(status);
    }
  }
}
