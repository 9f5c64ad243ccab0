package dev.sluice;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The first Ctrl-C, SIGTERM or SIGHUP stops in order; a Ctrl-C while that lasts stops at once. No
 * other signal hurries it, because Maven sends SIGTERM five seconds after Ctrl-C and passes a
 * signal to the group on once more.
 */
public final class SecondSignal implements SignalHandler {

  private static final Logger log = LoggerFactory.getLogger(SecondSignal.class);

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
    List.of("INT", "TERM", "HUP").forEach(listener::listenTo);
  }

  private void listenTo(String name) {
    try {
      SignalHandler before = Signal.handle(new Signal(name), this);
      if (before == SignalHandler.SIG_IGN) {
        // Whoever started this process in the background wants it left alone.
        Signal.handle(new Signal(name), before);
      }
    } catch (IllegalArgumentException reserved) {
      log.debug("SIG{} is not ours to handle", name, reserved);
    }
  }

  /** Runs on a thread of its own, so the first signal may take its time. */
  @Override
  public void handle(Signal signal) {
    int status = 128 + signal.getNumber();
    if (stopping.compareAndSet(false, true)) {
      first.accept(status);
    } else if (signal.getName().equals("INT")) {
      second.accept(status);
    }
  }
}
