package dev.sluice.ops;

import dev.sluice.model.failure.Reason;
import dev.sluice.work.WorkCircuit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the servers that Sluice depends on, in the background and again and again. So whoever wants
 * to know need not wait, and work is paused though none was going on.
 */
@Component
class ServerWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

  /** Late answers in a row that are an outage. */
  private static final int LATE = 2;

  /** Hears of the beginning and the end of outages. */
  interface Listener {
    void changed(WatchedServer server, boolean isOut);
  }

  private final WatchSettings settings;
  private final ServerStates states;
  private final WorkCircuit circuit;
  private final List<ServerProbe> probes;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile ExecutorService threads;

  ServerWatch(
      WatchSettings settings, ServerStates states, WorkCircuit circuit, List<ServerProbe> probes) {
    this.settings = settings;
    this.states = states;
    this.circuit = circuit;
    this.probes = probes;
  }

  /** Has a listener called at each change, in the thread that found it. */
  void addListener(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public void start() {
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "server-watch");
              thread.setDaemon(true);
              return thread;
            });
    probes.forEach(probe -> threads.execute(() -> watch(probe)));
  }

  @Override
  public void stop() {
    threads.shutdownNow();
    probes.forEach(ServerProbe::close);
  }

  @Override
  public boolean isRunning() {
    return threads != null && !threads.isShutdown();
  }

  /** Before the routes, so that those who need a server that is out know it. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void watch(ServerProbe probe) {
    int late = 0;
    Future<?> asked = null;
    try {
      while (isRunning()) {
        if (asked == null || asked.isDone()) {
          asked = threads.submit(() -> ask(probe));
        }
        Optional<String> trouble = answer(asked);
        late = trouble.isPresent() && !asked.isDone() ? late + 1 : 0;
        if (trouble.isEmpty()) {
          answers(probe.server());
        } else if (asked.isDone() || late >= LATE) {
          doesNotAnswer(probe.server(), trouble.get());
        }
        TimeUnit.MILLISECONDS.sleep(settings.every().toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Void ask(ServerProbe probe) throws Exception {
    long begin = System.nanoTime();
    probe.ask();
    states.took(probe.server(), Duration.ofNanos(System.nanoTime() - begin));
    return null;
  }

  /** What is wrong; empty if the answer came. */
  private Optional<String> answer(Future<?> asked) throws InterruptedException {
    try {
      asked.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException late) {
      return Optional.of("no answer within " + settings.patience().toMillis() + " ms");
    } catch (ExecutionException refused) {
      return Optional.of(Reason.of(refused));
    }
  }

  private void answers(WatchedServer server) {
    if (states.answers(server)) {
      tell(server, false);
    }
  }

  private void doesNotAnswer(WatchedServer server, String why) {
    if (states.doesNotAnswer(server, why)) {
      circuit.open(server.outage());
      tell(server, true);
    }
  }

  /** A listener that fails must not end the watch. */
  private void tell(WatchedServer server, boolean isOut) {
    for (Listener listener : listeners) {
      try {
        listener.changed(server, isOut);
      } catch (RuntimeException e) {
        LOG.error("Not all was done at the change of {}", server.label(), e);
      }
    }
  }
}
