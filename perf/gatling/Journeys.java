package dev.sluice.load;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** What users do, with the times they take to think. */
final class Journeys {

  private static final Duration FIRST_LOOK = Duration.ofMillis(500);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(3);
  private static final int LOOKS_OF_A_POLLER = 10;
  private static final Set<String> UNFINISHED = Set.of("received", "queued", "parsing", "retrying");
  private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(\\w+)\"");

  private final Settings settings;
  private final Recorder recorder;
  private final Calls calls;

  Journeys(Settings settings, Recorder recorder) {
    this.settings = settings;
    this.recorder = recorder;
    this.calls = new Calls(recorder);
  }

  ChainBuilder named(String name) {
    return switch (name) {
      case "typical" -> visit(doors().raw());
      case "doors" -> visit(doors().any());
      case "polling" -> polling();
      default -> throw new IllegalArgumentException("There is no journey " + name + ".");
    };
  }

  private Doors doors() {
    return new Doors(new PdfFeeder(settings), calls, recorder);
  }

  /** Sends something, looks after it until it is read, takes its text once, and rests. */
  private ChainBuilder visit(ChainBuilder sending) {
    return exec(sending)
        .exec(doIf(session -> Visit.of(session).document() != null).then(follow()))
        .pause(SHORTEST_REST, LONGEST_REST);
  }

  private ChainBuilder follow() {
    return pause(FIRST_LOOK)
        .exec(look())
        .exec(asLongAs(this::waits).on(pause(BETWEEN_LOOKS).exec(look())))
        .exec(doIf(session -> isIn(session, "completed")).then(fetchText()))
        .exec(this::noteWhoGaveUp);
  }

  private ChainBuilder look() {
    return calls
        .call(
            "status",
            http("status")
                .get(session -> "/api/v1/documents/" + Visit.of(session).document())
                .check(bodyString().saveAs("body")))
        .exec(Journeys::see);
  }

  private ChainBuilder fetchText() {
    return calls.call(
        "text",
        http("text").get(session -> "/api/v1/documents/" + Visit.of(session).document() + "/text"));
  }

  private ChainBuilder polling() {
    List<String> documents = lines();
    return repeat(LOOKS_OF_A_POLLER)
        .on(
            exec(session -> chooseOne(session, documents))
                .exec(look())
                .pause(SHORTEST_REST.dividedBy(2), LONGEST_REST.dividedBy(2)));
  }

  private static Session chooseOne(Session session, List<String> documents) {
    Visit visit = new Visit(List.of());
    visit.follow(documents.get(ThreadLocalRandom.current().nextInt(documents.size())));
    return visit.in(session);
  }

  private static Session see(Session session) {
    var found = STATE.matcher(Calls.body(session));
    if (Calls.wentWell(session) && found.find()) {
      Visit.of(session).see(found.group(1));
    }
    return session;
  }

  private boolean waits(Session session) {
    return UNFINISHED.contains(Visit.of(session).state())
        && age(session) < settings.number("patience") * 1000L;
  }

  private Session noteWhoGaveUp(Session session) {
    if (UNFINISHED.contains(Visit.of(session).state())) {
      recorder.request(Visit.of(session).begun(), "wait", Outcome.GAVE_UP, 0, age(session));
    }
    return session;
  }

  private static long age(Session session) {
    return System.currentTimeMillis() - Visit.of(session).begun();
  }

  private static boolean isIn(Session session, String state) {
    return Visit.of(session).state().equals(state);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(settings.path("documents"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
