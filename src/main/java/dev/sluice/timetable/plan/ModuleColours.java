package dev.sluice.timetable.plan;

import dev.sluice.timetable.GroupChoice;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Gives each module of a timetable a colour: the chosen one, or else one that the fewest others
 * have. A module's name says where the search begins, so that it mostly keeps its colour.
 */
final class ModuleColours {

  private static final EventColour[] ALL = EventColour.values();

  private final Map<String, EventColour> colours = new HashMap<>();
  private final Map<EventColour, Integer> uses = new EnumMap<>(EventColour.class);

  /** Gives colours to these modules, in whatever order they come. */
  ModuleColours(Collection<String> modules, Map<String, ModuleChoice> choices) {
    TreeSet<String> others = new TreeSet<>();
    for (String module : modules) {
      String key = GroupChoice.key(module);
      EventColour chosen = choices.getOrDefault(key, ModuleChoice.NONE).colour();
      if (chosen == null) {
        others.add(key);
      } else if (colours.put(key, chosen) == null) {
        uses.merge(chosen, 1, Integer::sum);
      }
    }
    others.forEach(this::give);
  }

  /** The colour of one of the modules. */
  EventColour of(String module) {
    return colours.get(GroupChoice.key(module));
  }

  private void give(String module) {
    int first = Math.floorMod(module.hashCode(), ALL.length);
    EventColour best = ALL[first];
    for (int step = 1; step < ALL.length; step++) {
      EventColour next = ALL[(first + step) % ALL.length];
      best = uses(next) < uses(best) ? next : best;
    }
    uses.merge(best, 1, Integer::sum);
    colours.put(module, best);
  }

  private int uses(EventColour colour) {
    return uses.getOrDefault(colour, 0);
  }
}
