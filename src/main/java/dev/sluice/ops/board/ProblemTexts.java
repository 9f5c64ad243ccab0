package dev.sluice.ops.board;

import dev.sluice.ops.Dependencies.Dependency;
import dev.sluice.ops.board.BoardRule.Text;

/** What is said of problems that no single meter tells. */
final class ProblemTexts {

  static final Text DISK_NEARLY_FULL =
      new Text(
          "disk-nearly-full",
          false,
          "Less than 15 % of the disk is free.",
          "Make room where the spool is, before uploads are refused.",
          "the-ops-board");

  static final Text DEAD_LETTERS =
      new Text(
          "dead-letters-grow",
          false,
          "More than 10 documents were given up within an hour.",
          "Look at the dead letters by code, and replay them when the cause is gone.",
          "the-ops-board");

  static final Text DOOR_FAILS =
      new Text(
          "door-fails",
          false,
          "A door cannot fetch files.",
          "The doors say why; the files are safe where they are.",
          "an-outage");

  private ProblemTexts() {}

  /** One text for each server, as they are missed in different ways. */
  static Text outageOf(Dependency server) {
    return switch (server.name()) {
      case "db" ->
          outage(server, true, "The database does not answer or fails calls.", "All calls wait.");
      case "s3" ->
          outage(server, true, "The object store does not answer or fails calls.", "Uploads wait.");
      case "kafka" ->
          outage(server, true, "The queue does not answer or fails calls.", "Work is paused.");
      case "standby" ->
          outage(server, false, "The standby is not used.", "Results come from the database.");
      default ->
          outage(server, false, "The SFTP server cannot be used.", "Its files are safe there.");
    };
  }

  private static Text outage(Dependency server, boolean critical, String text, String meanwhile) {
    return new Text(
        server.name() + "-out",
        critical,
        text,
        meanwhile + " Bring it back; all goes on by itself.",
        "an-outage");
  }
}
