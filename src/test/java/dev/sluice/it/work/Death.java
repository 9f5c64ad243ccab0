package dev.sluice.it.work;

import dev.sluice.it.Door;
import dev.sluice.it.SentPdf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A death right after a step, and what brings a document there.
 *
 * @param settings of the process that dies
 * @param letters documents that are sent to it, besides those that others died without answering
 * @param stopped true if it dies while it is stopping
 */
record Death(String step, Map<String, String> settings, List<SentPdf> letters, boolean stopped) {

  /** After a step that any document passes. */
  static Death after(String step) {
    return new Death(step, Map.of(), List.of(SentPdf.saying(step)), false);
  }

  /** What its process is started with: its settings, and the key that says where it dies. */
  Map<String, String> settings(String key) {
    return with(key, step).settings;
  }

  Death sending(SentPdf... others) {
    return new Death(step, settings, List.of(others), stopped);
  }

  /** Its document comes by this door. */
  Death by(Door door) {
    return sending(SentPdf.saying(step + "-by-" + door).by(door));
  }

  Death with(String key, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(key, value);
    return new Death(step, more, letters, stopped);
  }

  Death whileStopping() {
    return new Death(step, settings, letters, true);
  }
}
