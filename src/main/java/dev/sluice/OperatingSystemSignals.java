package dev.sluice;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of the signals that this process gets. Java has nothing but sun.misc.Signal for it, which
 * is called by reflection because the compiler warns of each mention and cannot be told not to.
 */
final class OperatingSystemSignals {

  private static final Logger LOG = LoggerFactory.getLogger(OperatingSystemSignals.class);

  /** Called on a thread of its own with the signal's name, such as INT, and number. */
  interface Listener {
    void heard(String name, int number);
  }

  private final Listener listener;

  OperatingSystemSignals(Listener listener) {
    this.listener = listener;
  }

  /** Listens to a signal, unless the system keeps it to itself or this process is to ignore it. */
  void listenTo(String name) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      int number = (int) signalType.getMethod("getNumber").invoke(signal);
      Method handle = signalType.getMethod("handle", signalType, type);
      Object before = handle.invoke(null, signal, handlerOf(type, name, number));
      if (before == type.getField("SIG_IGN").get(null)) {
        // Whoever started this process in the background wants it left alone.
        handle.invoke(null, signal, before);
      }
    } catch (InvocationTargetException reserved) {
      LOG.debug("SIG{} is not ours to handle", name, reserved.getCause());
    } catch (ReflectiveOperationException e) {
      LOG.warn("This Java cannot tell of SIG{}", name, e);
    }
  }

  private Object handlerOf(Class<?> type, String name, int number) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                listener.heard(name, number);
                yield null;
              }
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> "a listener to SIG" + name;
            });
  }
}
