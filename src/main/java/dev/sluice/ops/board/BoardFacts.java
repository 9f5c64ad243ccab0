package dev.sluice.ops.board;

import dev.sluice.ops.Dependencies.Dependency;
import java.util.List;

/**
 * What the rules of the board need to know that no single meter tells.
 *
 * @param servers that Sluice depends on
 * @param doors and whether they are open
 * @param diskFree the share of the spool's disk that is free, 0 to 1
 * @param failedLastHour documents that ended as dead
 */
record BoardFacts(
    List<Dependency> servers, List<DoorStates.Door> doors, double diskFree, long failedLastHour) {

  /** The smallest share of a disk that is free and enough. */
  static final double ENOUGH_DISK = 0.15;

  /** Dead letters of an hour that are no reason to look. */
  static final long USUAL_DEAD_LETTERS = 10;

  boolean isDiskNearlyFull() {
    return diskFree < ENOUGH_DISK;
  }

  boolean hasManyDeadLetters() {
    return failedLastHour > USUAL_DEAD_LETTERS;
  }

  boolean hasFailingDoor() {
    return doors.stream().anyMatch(DoorStates.Door::fails);
  }
}
