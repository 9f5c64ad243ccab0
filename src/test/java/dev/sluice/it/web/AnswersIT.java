package dev.sluice.it.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whatever a stranger's client sends: the answer is one of the contract, and tells nothing back.
 */
@RunningSluice
class AnswersIT {

  private static final String MINE = "only-the-caller-knows-this";
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  record Call(String method, String path) {}

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;
  @Autowired ApiKeys keys;

  private ApiClient caller;

  @BeforeEach
  void connect() {
    String owner = "answers-" + UUID.randomUUID();
    caller = new ApiClient("http://127.0.0.1:" + port, keys.create(owner, Role.OPS, "").secret());
  }

  @ParameterizedTest
  @MethodSource("callsThatTheContractDoesNotHave")
  void aMethodThatTheContractDoesNotHaveIsAProblemThatTellsNothingBack(Call call) {
    // When
    Answer answer =
        caller.send(
            caller
                .request(call.path())
                .header("Cookie", "session=" + MINE)
                .header("X-Mine", MINE)
                .method(call.method(), BodyPublishers.noBody()));

    // Then
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isNotBlank().doesNotContain(call.method() + ",");
    assertThat(answer.response().headers().map().toString())
        .doesNotContain(MINE)
        .doesNotContainIgnoringCase("bearer");
    if (!call.method().equals("HEAD")) {
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.text("code")).isEqualTo("method-not-allowed");
    }
  }

  @Test
  void headAnswersAsGetDoesWithoutABody() {
    // Given
    String id = caller.upload(Pdfs.withText("asked for by HEAD")).text("id");
    caller.awaitEnd(id);

    for (String what : List.of("", "/original", "/text", "/pages", "/pages/1", "/metadata")) {
      // When
      String path = ApiClient.document(id) + what;
      Answer get = caller.get(path);
      Answer head = caller.send(caller.request(path).method("HEAD", BodyPublishers.noBody()));

      // Then
      assertThat(head.status()).as(path).isEqualTo(get.status()).isEqualTo(200);
      assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
      assertThat(head.response().body()).as(path).isEmpty();
    }
  }

  @Test
  void headOfWhatIsNotThereIsNotFound() {
    assertThat(
            caller
                .send(
                    caller
                        .request(ApiClient.document(UUID.randomUUID().toString()))
                        .method("HEAD", BodyPublishers.noBody()))
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "1",
        "\"text\"",
        "",
        "{",
        "{\"states\":[null]}",
        "{\"url\":\"a\\u0000b\"}",
        "{\"unknown\":1}"
      })
  void aBodyThatIsNoRequestIsRefused(String body) {
    for (String path : List.of("/webhooks", "/ops/keys", "/ops/replays")) {
      Answer answer = caller.post("/api/v1" + path, body);

      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("bad-request");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/documents?from=-1000000000-01-01T00:00:00Z",
        "/documents?to=%2B1000000000-12-31T23:59:59Z",
        "/documents?q=a%00b",
        "/ops/audit?from=-1000000000-01-01T00:00:00Z",
        "/ops/dead-letters?from=-1000000000-01-01T00:00:00Z"
      })
  void aTimeOrTextThatTheDatabaseCannotHoldIsRefused(String path) {
    assertThat(caller.get("/api/v1" + path).text("code")).isEqualTo("bad-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT HTTP AT ALL\r\n\r\n",
        "GET /api/v1/documents HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /api/v1/documents\\ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/documents HTTP/1.1\r\n\r\n",
        "GET /api/v1/documents HTTP/1.1\r\nHost: a b\r\n\r\n",
        "POST /api/v1/uploads HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /api/v1/uploads HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "PROPFIND /api/v1/documents HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1//documents HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/documents;a=b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/documents/%2e%2e/x HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/documents/a%2fb HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/%64ocuments HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /%61pi/v1/documents HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api%2Fv1/documents HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /x/../api/v1/documents HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/documents/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/documents HTTP/1.1\r\nHost: a\r\nX-API-Key: \u0089\r\n\r\n",
        "GET /api/v1/documents HTTP/1.1\r\nHost: a\r\nX: %s\r\n\r\n",
        "TRACE /api/v1/documents HTTP/1.1\r\nHost: a\r\nX-Mine: only-the-caller-knows-this\r\n\r\n"
      })
  void whatTheServerItselfRefusesIsAProblem(String request) throws IOException {
    String answer = raw(request.replace("%s", "x".repeat(100_000)));

    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    assertThat(answer).contains("\"code\":").doesNotContain(MINE).doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /health HTTP/9.9\r\nHost: a\r\n\r\n",
        "GET /%2e%2e/x HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a|b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /nothing/only-the-caller-knows-this HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /health/nothing HTTP/1.1\r\nHost: a\r\n\r\n",
        "DELETE /health HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
        "TRACE /health HTTP/1.1\r\nHost: a\r\nX-Mine: only-the-caller-knows-this\r\n\r\n"
      })
  void whatTheManagementPortRefusesIsAProblem(String request) throws IOException {
    String login = "\r\nConnection: close\r\nAuthorization: " + OpsLogin.BASIC + "\r\n\r\n";
    String answer = raw(managementPort, request.replace("\r\n\r\n", login));

    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    assertThat(answer).contains("\"code\":").doesNotContain(MINE).doesNotContain("<html");
  }

  @Test
  void aBodyThatBreaksTheRulesIsNoFaultOfTheServers() throws IOException {
    assertThat(upload("5\r\n%PDF-\r\n0\r\n" + "X-Trailer: a\r\n".repeat(9) + "\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("bad-request");
    assertThat(upload("5\r\n%PDF-\r\nno number\r\n")).startsWith("HTTP/1.1 400");
  }

  private String upload(String chunks) throws IOException {
    StringBuilder request =
        new StringBuilder("POST /api/v1/uploads HTTP/1.1\r\nHost: a\r\nConnection: close\r\n")
            .append("Authorization: Bearer ")
            .append(keys.create("t", Role.USER, "").secret())
            .append("\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n")
            .append(chunks);
    return raw(request.toString());
  }

  private String raw(String request) throws IOException {
    return raw(port, request);
  }

  private static String raw(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Stream<Call> callsThatTheContractDoesNotHave() throws IOException {
    JsonNode paths =
        new YAMLMapper()
            .readTree(Path.of("src", "main", "resources", "openapi.yaml").toFile())
            .path("paths");
    List<Call> calls = new ArrayList<>();
    paths
        .fields()
        .forEachRemaining(
            path -> {
              for (String method : METHODS) {
                if (!isThere(path.getKey(), path.getValue(), method)) {
                  calls.add(
                      new Call(method, "/api/v1" + path.getKey().replaceAll("\\{\\w+}", "1")));
                }
              }
            });
    return calls.stream();
  }

  private static boolean isThere(String path, JsonNode operations, String method) {
    return operations.has(method.toLowerCase(Locale.ROOT))
        || method.equals("HEAD") && operations.has("get") && !path.matches(".*/(progress|archive)")
        || path.startsWith("/uploads/resumable"); // its protocol has answers of its own
  }
}
