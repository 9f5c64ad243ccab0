package dev.sluice.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
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
 * The same as {@link DeadLetterApi} and {@link ReplayApi}, for the forms of a JMX console: plain
 * parameters, of which each may be left empty unless its description says otherwise, and answers to
 * read.
 */
@Component
@ManagedResource(description = "Failed documents: find them, and have them tried again")
public class DeadLetterConsole {

  private static final String ANY = "*";
  private static final int SHOWN = 50;
  private static final int MAX_SHOWN = 1_000;

  private final DeadLetters deadLetters;
  private final ReplayOrders orders;
  private final ReplayService desk;
  private final Replays replays;
  private final ObjectMapper json;

  DeadLetterConsole(
      DeadLetters deadLetters,
      ReplayOrders orders,
      ReplayService desk,
      Replays replays,
      ObjectMapper json) {
    this.deadLetters = deadLetters;
    this.orders = orders;
    this.desk = desk;
    this.replays = replays;
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
          DeadLetterFilter filter =
              criteria(null, code, state, null, null, null).filter(DeadLetterApi.BOTH);
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

  /** How many documents a replay would be about, by code, as JSON; nothing is changed. */
  @ManagedOperation(description = "Dry run: counts what a replay would be about, by code")
  @ManagedOperationParameter(
      name = "code",
      description = "Failure code; several with commas; *: any. Required unless others narrow it")
  @ManagedOperationParameter(
      name = "state",
      description = "dead, invalid, or both with a comma; empty: dead")
  @ManagedOperationParameter(
      name = "from",
      description = "Ended at or after, e.g. 2026-07-01T01:30:00Z; empty: any time")
  @ManagedOperationParameter(name = "to", description = "Ended before; empty: until now")
  @ManagedOperationParameter(
      name = "parserVersion",
      description = "Of the last attempt; empty: any")
  public String countReplay(
      String code, String state, String from, String to, String parserVersion) {
    return asJson(() -> desk.tryOut(order(null, code, state, from, to, parserVersion, 0)));
  }

  /** Replays one document; answers with the replay, as JSON. */
  @ManagedOperation(description = "Replays one document, dead or invalid")
  @ManagedOperationParameter(name = "id", description = "The document's id; required")
  public String replayById(String id) {
    return asJson(
        () ->
            desk.order(
                order(
                    ApiRequest.id(DeadLetterCriteria.said(id)).toString(),
                    null,
                    "dead,invalid",
                    null,
                    null,
                    null,
                    0),
                requester()));
  }

  /** Replays all documents that match; answers with the replay, as JSON. */
  @ManagedOperation(description = "Replays all documents that match; count them first")
  @ManagedOperationParameter(
      name = "code",
      description = "Failure code; several with commas; *: any. Required unless others narrow it")
  @ManagedOperationParameter(
      name = "state",
      description = "dead, invalid, or both with a comma; empty: dead")
  @ManagedOperationParameter(
      name = "from",
      description = "Ended at or after, e.g. 2026-07-01T01:30:00Z; empty: any time")
  @ManagedOperationParameter(name = "to", description = "Ended before; empty: until now")
  @ManagedOperationParameter(
      name = "parserVersion",
      description = "Of the last attempt; empty: any")
  @ManagedOperationParameter(
      name = "perSecond",
      description = "Documents started per second; 0: as configured")
  public String replay(
      String code, String state, String from, String to, String parserVersion, int perSecond) {
    return asJson(
        () ->
            desk.order(order(null, code, state, from, to, parserVersion, perSecond), requester()));
  }

  /** A replay with what has become of its documents so far, as JSON. */
  @ManagedOperation(description = "Shows what has become of a replay's documents so far")
  @ManagedOperationParameter(name = "id", description = "The replay's id; required")
  public String replayResult(String id) {
    return asJson(() -> desk.report(ReplayApi.parse(id)));
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
    return asJson(() -> desk.callOff(ReplayApi.parse(id), requester()));
  }

  private ReplayOrder order(
      String id,
      String code,
      String state,
      String from,
      String to,
      String parserVersion,
      int perSecond) {
    boolean all = ANY.equals(DeadLetterCriteria.said(code));
    DeadLetterCriteria criteria = criteria(id, all ? null : code, state, from, to, parserVersion);
    return orders.of(criteria, all, null, perSecond == 0 ? null : perSecond);
  }

  private static DeadLetterCriteria criteria(
      String id, String code, String state, String from, String to, String parserVersion) {
    return new DeadLetterCriteria(
        id == null ? null : List.of(id),
        DeadLetterCriteria.split(code),
        DeadLetterCriteria.split(state),
        null,
        DeadLetterCriteria.said(from),
        DeadLetterCriteria.said(to),
        DeadLetterCriteria.said(parserVersion));
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
