package dev.sluice.timetable.calendar;

import java.util.List;

/** Chooses a colour for a module, the same in every calendar; two modules may share one. */
final class ModuleColour {

  /** Names of CSS3, as RFC 7986 wants them, that can be told apart and read below white text. */
  private static final List<String> COLOURS =
      List.of(
          "royalblue",
          "seagreen",
          "firebrick",
          "darkorange",
          "mediumpurple",
          "teal",
          "crimson",
          "olivedrab",
          "steelblue",
          "chocolate",
          "darkmagenta",
          "darkcyan",
          "indianred",
          "slateblue",
          "darkgoldenrod",
          "forestgreen");

  private ModuleColour() {}

  static String of(String module) {
    return COLOURS.get(Math.floorMod(module.hashCode(), COLOURS.size()));
  }
}
