package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How an owner wants the events of one module; what is null is as usual.
 *
 * @param title instead of the module's name
 * @param reminderMinutes before each event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModuleChoice(EventColour colour, String title, Integer reminderMinutes) {

  /** Nothing is chosen. */
  static final ModuleChoice NONE = new ModuleChoice(null, null, null);
}
