package dev.sluice.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.contract.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does for the forms of a JMX console what {@link DeadLetterApi} and {@link ReplayApi} do for the
 * API; a replay is requested by the body that the API takes.
 */
@Component
@ManagedResource(description = "Failed documents: find them, and have them tried again")
public class DeadLetterConsole {

  private static final int SHOWN = 50;
  private static final int MAX_SHOWN = 1_000;

  private final DeadLetters deadLetters;
  private final ReplayService service;
  private final Replays replays;
  private final JsonBody bodies;
  private final ObjectMapper json;

  DeadLetterConsole(
      DeadLetters deadLetters,
      ReplayService service,
      Replays replays,
      JsonBody bodies,
      ObjectMapper json) {
    this.deadLetters = deadLetters;
    this.service = service;
    this.replays = replays;
    this.bodies = bodies;
    this.json = json;
  }

  /** Failed documents, one a line, those that ended last first. */
  @ManagedOperation(description = "Lists failed documents, those that ended last first")
  @ManagedOperationParameter(
      name = "code",
      description = "Failure code, e.g. parser-crashed; several with commas; empty: any")
  @ManagedOperationParameter(name = "state", description = "dead or invalid; empty: both")
  @ManagedOperationParameter(name = "limit", description = "Lines, up to 1000; 0: 50")
  public String list(String code, String state, int limit) {
    return refusedInPlainWords(
        () -> {
          DeadLetterFilter filter = DeadLetterCriteria.of(code, state).filter(DeadLetterApi.BOTH);
          int lines = limit < 1 ? SHOWN : Math.min(limit, MAX_SHOWN);
          List<Document> found = deadLetters.list(filter, null, lines);
          return found.isEmpty()
              ? "None."
              : found.stream().map(DeadLetterConsole::line).collect(Collectors.joining("\n"));
        });
  }

  /** A document with its failure, advice and history, as JSON. */
  @ManagedOperation(description = "Shows a document, its failure, and all that happened to it")
  @ManagedOperationParameter(name = "id", description = "The document's id; required")
  public String inspect(String id) {
    return asJson(() -> deadLetters.inspect(ApiRequest.id(DeadLetterCriteria.said(id))));
  }

  /** Counts what a replay would be about, or enters it; the answer is the API's, as JSON. */
  @ManagedOperation(description = "Counts what a replay would be about, or requests it")
  @ManagedOperationParameter(
      name = "request",
      description =
          "As for POST /api/v1/ops/replays: {\"codes\":[\"parser-crashed\"],\"dryRun\":true} counts"
              + " them; with false they are replayed. One document: {\"ids\":[\"...\"],"
              + "\"states\":[\"dead\",\"invalid\"],\"dryRun\":false}")
  public String replay(String request) {
    byte[] body = String.valueOf(request).getBytes(StandardCharsets.UTF_8);
    return asJson(
        () ->
            service.request(
                bodies.read(body, ReplayRequest.class, ReplayRequest.SHAPE).checked(),
                requester()));
  }

  /** A replay with what has become of its documents so far, as JSON. */
  @ManagedOperation(description = "Shows what has become of a replay's documents so far")
  @ManagedOperationParameter(name = "id", description = "The replay's id; required")
  public String replayResult(String id) {
    return asJson(() -> service.report(ReplayApi.parse(id)));
  }

  /** Who had what replayed, newest first, as JSON. */
  @ManagedOperation(description = "Lists the last 50 replays: who, when, and by which criteria")
  public String listReplays() {
    return asJson(() -> replays.list(null, SHOWN));
  }

  /** Lets nothing more of a replay be started; answers with the replay, as JSON. */
  @ManagedOperation(description = "Calls off a replay: what was not started yet, stays as it is")
  @ManagedOperationParameter(name = "id", description = "The replay's id; required")
  public String callOffReplay(String id) {
    return asJson(() -> service.callOff(ReplayApi.parse(id), requester()));
  }

  private static String line(Document document) {
    return String.join(
        "  ",
        document.id().toString(),
        document.state().label(),
        String.valueOf(document.failureCode()),
        String.valueOf(document.completedAt()),
        "attempts " + document.attemptsSpent(),
        "parser " + Objects.toString(document.parserVersion(), "unknown"),
        document.sizeBytes() + " bytes",
        document.owner());
  }

  // The security filters know who called, as the console calls in the thread of its request.
  private static Requester requester() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return Requester.atConsole(login == null ? "unknown" : login.getName());
  }

  private String asJson(Supplier<Object> answer) {
    return refusedInPlainWords(
        () -> {
          try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(answer.get());
          } catch (JsonProcessingException e) {
            throw new IllegalStateException("views hold only plain values", e);
          }
        });
  }

  // A console may not know our exceptions.
  private static String refusedInPlainWords(Supplier<String> answer) {
    try {
      return answer.get();
    } catch (FailureException e) {
      throw new IllegalArgumentException(e.failure().detail());
    }
  }
}
