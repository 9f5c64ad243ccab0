package dev.sluice.replay;

/** States for the audit who asked for a replay, and by which way. */
record Requester(String name, String via) {

  static Requester byApi(String name) {
    return new Requester(name, "api");
  }

  static Requester atConsole(String name) {
    return new Requester(name, "console");
  }
}
