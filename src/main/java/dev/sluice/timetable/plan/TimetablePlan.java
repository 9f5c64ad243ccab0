package dev.sluice.timetable.plan;

import java.time.Instant;
import java.util.UUID;

/**
 * What an owner chose for its timetables of one profile.
 *
 * @param version how often the choices were replaced
 * @param updatedAt when they were last
 */
record TimetablePlan(
    UUID id, String owner, String profile, Choices choices, int version, Instant updatedAt) {}
