package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The colours that Google Calendar has for events; each with the CSS3 name that is nearest. */
public enum EventColour {
  /** #7986cb. */
  LAVENDER("cornflowerblue"),
  /** #33b679. */
  SAGE("mediumseagreen"),
  /** #8e24aa. */
  GRAPE("darkmagenta"),
  /** #e67c73. */
  FLAMINGO("lightcoral"),
  /** #f6bf26. */
  BANANA("goldenrod"),
  /** #f4511e. */
  TANGERINE("orangered"),
  /** #039be5. */
  PEACOCK("deepskyblue"),
  /** #616161. */
  GRAPHITE("dimgray"),
  /** #3f51b5. */
  BLUEBERRY("slateblue"),
  /** #0b8043. */
  BASIL("seagreen"),
  /** #d50000. */
  TOMATO("red");

  private final String css;

  EventColour(String css) {
    this.css = css;
  }

  /** The name in CSS3, as RFC 7986 wants it; nearest by CIELAB. */
  String css() {
    return css;
  }

  /** The name by which owners choose it. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
