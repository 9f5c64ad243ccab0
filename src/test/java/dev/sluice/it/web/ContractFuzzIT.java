package dev.sluice.it.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.web.Contract.Operation;
import dev.sluice.it.web.RandomCalls.Call;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Calls drawn from the contract have an answer that the contract names. Another seed:
 * -Dproof.seed=N.
 */
@RunningSluice
class ContractFuzzIT {

  /** They act on what belongs to other tests, have no end, or, if wrong, have others wait. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "rebuildQueue",
          "beginClaimsCheck",
          "watchDocument",
          "stopWork",
          "deleteDocument",
          "logIn");

  /** What any call may be answered, whatever it is for. */
  private static final Set<Integer> ANYWHERE = Set.of(400, 401, 404, 429);

  private static final long SEED =
      Long.getLong("proof.seed", System.currentTimeMillis() % 1_000_000);

  @LocalServerPort int port;
  @Autowired ApiKeys keys;

  private final HttpClient http = HttpClient.newHttpClient();
  private Contract contract;
  private ApiClient caller;
  private List<String> ids;

  @BeforeEach
  void send() throws Exception {
    contract = Contract.load();
    String key = keys.create("fuzz-" + UUID.randomUUID(), Role.OPS, "").secret();
    caller = new ApiClient("http://127.0.0.1:" + port, key);
    ids = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      ids.add(caller.upload(Pdfs.withText("for calls at random " + n)).text("id"));
    }
    ids.add(caller.upload(timetable()).text("id"));
    ids.forEach(caller::awaitEnd);
    ids.add(caller.get("/api/v1/timetables").json().at("/items/0/id").asText());
  }

  @Test
  void aThousandCallsHaveAnAnswerOfTheContract() throws Exception {
    assertAnswersAreOfTheContract(1_000);
  }

  @Test
  @Tag("proof")
  void soHaveTenThousand() throws Exception {
    assertAnswersAreOfTheContract(10_000);
  }

  private void assertAnswersAreOfTheContract(int calls) throws Exception {
    // Given
    List<Operation> operations =
        contract.operations().stream()
            .filter(operation -> !LEFT_OUT.contains(operation.id()))
            .toList();
    RandomCalls random = new RandomCalls(contract, operations, ids, SEED);

    // When
    List<String> complaints = new ArrayList<>();
    int taken = 0;
    for (int n = 0; n < calls; n++) {
      Call call = random.next();
      HttpResponse<String> answer = send(call);
      complaint(call, answer).ifPresent(what -> complaints.add(what + ": " + call));
      taken += answer.statusCode() < 300 ? 1 : 0;
    }

    // Then
    System.out.println("seed " + SEED + ": " + taken + " of " + calls + " calls were taken");
    assertThat(taken).isGreaterThan(calls / 10);
    assertThat(complaints).as("seed " + SEED).isEmpty();
  }

  private static byte[] timetable() {
    List<List<String>> exam =
        Stream.of(
                "FINAL", "COS110", "P1", "Exam", "12 NOV 2025", "07:30", "HATFIELD", "", "Hall", "")
            .map(List::of)
            .toList();
    return TimetablePdf.draw(TimetableLook.EXAMS, "Exams", List.of(exam));
  }

  private HttpResponse<String> send(Call call) throws Exception {
    HttpRequest.Builder request =
        caller
            .request(call.path())
            .timeout(Duration.ofMinutes(1))
            .method(
                call.operation().method(),
                call.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::setHeader);
    if (call.mediaType() != null) {
      request.setHeader("Content-Type", call.mediaType());
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private Optional<String> complaint(Call call, HttpResponse<String> answer) {
    int status = answer.statusCode();
    JsonNode known = contract.response(call.operation(), status);
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    if (status >= 500) {
      return Optional.of(status + " " + answer.body());
    }
    if (known.isMissingNode() && !ANYWHERE.contains(status)) {
      return Optional.of(status + " is not in the contract");
    }
    if (call.operation().method().equals("HEAD")) {
      return Optional.empty();
    }
    if (status >= 400) {
      List<String> faults = contract.faultsOfProblem(answer.body());
      return type.equals("application/problem+json") && faults.isEmpty()
          ? Optional.empty()
          : Optional.of(status + " is no problem but " + type + " " + answer.body() + faults);
    }
    JsonNode content = known.path("content");
    if (!content.isEmpty() && !content.has(type)) {
      return Optional.of(status + " has the type " + type);
    }
    List<String> faults = contract.faults(content.path(type), answer.body());
    return faults.isEmpty() ? Optional.empty() : Optional.of(status + " " + faults);
  }
}
