package dev.sluice.replay;

/** Who asked for a replay, and from where: for the audit. */
record Requester(String name, String via) {

  static Requester byApi(String name) {
    return new Requester(name, "api");
  }

  static Requester atConsole(String name) {
    return new Requester(name, "console");
  }
}
