package dev.sluice.model.settings;

import java.util.Locale;
import java.util.TimeZone;

/** The language and the time zone that a JVM takes from its machine. */
public final class JvmDefaults {

  private JvmDefaults() {}

  /**
   * Sets them to no language and to UTC, so that all machines do the same. A main method calls this
   * first, as libraries ask for them when they are loaded: on a Turkish machine Kafka would look
   * for its constant {@code CLASSİC}, and the database may not know the machine's zone.
   */
  public static void neutralise() {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }
}
