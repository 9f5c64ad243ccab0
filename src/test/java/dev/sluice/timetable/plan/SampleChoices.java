package dev.sluice.timetable.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Choices as owners send them, with single quotes for double ones. */
final class SampleChoices {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private SampleChoices() {}

  static Choices read(String text) {
    return read(text, Choices.class);
  }

  static EventChoice event(String text) {
    return read(text, EventChoice.class);
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text.replace('\'', '"'), type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
