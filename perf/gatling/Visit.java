package dev.sluice.load;

import io.gatling.javaapi.core.Session;
import java.util.List;

/** What a user carries along, for one visit. A user does one thing after the other. */
final class Visit {

  private static final String NAME = "visit";

  private final List<SamplePdf> pdfs;
  private final long begun = System.currentTimeMillis();
  private String document;
  private String state = "queued";
  private int sent;

  Visit(List<SamplePdf> pdfs) {
    this.pdfs = pdfs;
  }

  static Visit of(Session session) {
    return session.get(NAME);
  }

  Session in(Session session) {
    return session.set(NAME, this);
  }

  List<SamplePdf> pdfs() {
    return pdfs;
  }

  SamplePdf pdf() {
    return pdfs.get(0);
  }

  boolean isHostile() {
    return pdfs.stream().anyMatch(SamplePdf::isHostile);
  }

  long begun() {
    return begun;
  }

  /** The document that the user asks for, null while there is none. */
  String document() {
    return document;
  }

  void follow(String id) {
    document = id;
  }

  String state() {
    return state;
  }

  void see(String newState) {
    state = newState;
  }

  /** How many bytes of the pdf were sent. */
  int sent() {
    return sent;
  }

  void send(int bytes) {
    sent += bytes;
  }
}
