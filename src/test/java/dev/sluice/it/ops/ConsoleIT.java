package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console, by the requests that its pages send. */
class ConsoleIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTEXT =
      "org.apache.camel:context=sluice,name=\\\"sluice\\\",type=context";
  private static final String ROUTE =
      "org.apache.camel:context=sluice,name=\\\"upload-document\\\",type=routes";

  /** The parameters of each request that its pages send. */
  private static final String PARAMETERS =
      "/hawtio/jolokia/?maxDepth=9&maxCollectionSize=50000&ignoreErrors=true"
          + "&canonicalNaming=false&mimeType=application/json";

  /** Bytes that the console's tree may take on its way to the browser. */
  private static final int LARGEST_TREE = 500_000;

  @TempDir static Path folder;
  private static ProductionSluice sluice;

  @BeforeAll
  static void start() throws Exception {
    sluice = new ProductionSluice(folder).startPacked();
    sluice.awaitServing();
  }

  @AfterAll
  static void stop() throws Exception {
    sluice.close();
  }

  @Test
  void itsPageComesAndFindsJolokia() throws Exception {
    assertThat(OpsLogin.get(sluice, "/hawtio/").body()).contains("<title>Hawtio");
    JsonNode version = answer("{\"type\":\"version\"}");
    assertThat(version.at("/value/agent").asText()).startsWith("2.");
    // From protocol 8 on its pages ask for a tree that holds once what is the same for many.
    assertThat(version.at("/value/protocol").asText()).startsWith("8.");
  }

  @Test
  void itsTreeHasEveryRouteAndTheQueueAndNoSteps() throws Exception {
    String list = tree("&listCache=true");

    assertThat(list)
        .contains("type=routes", "parse-document", "take-bulk-tickets")
        .doesNotContain("type=processors", "DiagnosticCommand", "Tomcat");
    assertThat(JSON.readTree(list).at("/value/domains/sluice").toString())
        .contains("type=DeadLetters", "type=Queue", "rebuild", "replay");
    assertThat(list.length()).as("bytes of the tree").isLessThan(LARGEST_TREE);
  }

  @Test
  void whatItsTreeHoldsOnceForManyIsTrueForEach() throws Exception {
    // Given
    JsonNode shared = JSON.readTree(tree("&listCache=true")).path("value");
    JsonNode each = JSON.readTree(tree("")).path("value");

    // Then
    JsonNode beans = each.path("org.apache.camel");
    assertThat(beans).hasSizeGreaterThan(100);
    for (Entry<String, JsonNode> bean : beans.properties()) {
      JsonNode found = shared.path("domains").path("org.apache.camel").path(bean.getKey());
      assertThat(found.isTextual()).as(bean.getKey()).isTrue();
      assertThat(shared.path("cache").path(found.asText()))
          .as(bean.getKey())
          .isEqualTo(bean.getValue());
    }
  }

  @Test
  void aRouteHasItsDiagramAndCounters() throws Exception {
    assertThat(exec(CONTEXT, "dumpRoutesAsXml()").path("value").asText())
        .contains("aws2-s3", "kafka", "upload-document");
    assertThat(exec(CONTEXT, "dumpRoutesStatsAsXml", "true", "true").path("value").asText())
        .contains("exchangesCompleted", "upload-document");
    assertThat(exec(ROUTE, "dumpRouteStatsAsXml(boolean,boolean)", "true", "false").path("value"))
        .asString()
        .contains("exchangesCompleted");
    assertThat(read(ROUTE).at("/value/ExchangesCompleted").isNumber()).isTrue();
  }

  @Test
  void aRouteIsStoppedAndStarted() throws Exception {
    String route = ROUTE.replace("upload-document", "count-documents");

    exec(route, "stop()");
    assertThat(read(route).at("/value/State").asText()).isEqualTo("Stopped");
    exec(route, "start()");
    assertThat(read(route).at("/value/State").asText()).isEqualTo("Started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Runtime", "Memory", "OperatingSystem", "Threading", "ClassLoading"})
  void theRuntimeIsShown(String type) throws Exception {
    assertThat(read("java.lang:type=" + type).path("status").asInt()).isEqualTo(200);
  }

  @Test
  void whatIsDoneOrRefusedStandsInTheAudit() throws Exception {
    // When
    exec("java.lang:type=Threading", "findDeadlockedThreads()");
    exec("sluice:type=Queue", "rebuild()");
    exec("java.lang:type=Memory", "gc()");

    // Then
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(audit())
                    .contains(
                        "ops exec sluice:type=Queue/rebuild() 200",
                        "ops exec java.lang:type=Memory/gc() 403")
                    .noneMatch(event -> event.contains("Threading")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jolokia/exec/sluice:type=Queue/rebuild()",
        "/hawtio/jolokia/exec/java.lang:type=Memory/gc()",
        "/jolokia/write/java.lang:type=Memory/Verbose/true",
        "/jolokia/read/java.lang:type=Memory"
      })
  void nothingIsDoneOrReadByGet(String path) {
    assertThat(OpsLogin.get(sluice, path).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%6Aolokia/version",
        "/%68awtio/",
        "/hawtio/%6Aolokia/version",
        "/hawtio/%75ser",
        "/hawtio/prox%79/http/127.0.0.1:1/jolokia",
        "/jolokia;jsessionid=1/version",
        "/hawtio/;jsessionid=1",
        "//jolokia/version",
        "/hawtio//jolokia",
        "/jolokia/%2e%2e/",
        "/x/../jolokia/version",
        "/jolokia%2Fversion",
        "/healt%68"
      })
  void anotherWayToWriteAPathIsRefusedBeforeAnyLogin(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(page(path).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(sluice.log()).doesNotContain("Servlet.service()");
  }

  @Test
  void aPostWithoutTheTokenIsRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sluice.managementAddress().resolve("/jolokia"))
            .header("Authorization", OpsLogin.BASIC)
            .POST(BodyPublishers.ofString("{\"type\":\"version\"}"))
            .build();

    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null"})
  void aPageOfAnotherHostIsRefused(String origin) {
    HttpResponse<String> answer =
        OpsLogin.jolokia(sluice, "{\"type\":\"version\"}", "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void itsOwnPagesAreAnsweredWithoutAWordOfOrigins() {
    URI own = sluice.managementAddress();
    HttpResponse<String> answer =
        OpsLogin.jolokia(
            sluice, "{\"type\":\"version\"}", "Origin", "http://" + own.getAuthority());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"exec\",\"mbean\":\"com.sun.management:type=DiagnosticCommand\",\"operation\":\"vmSystemProperties()\"}",
        "{\"type\":\"exec\",\"mbean\":\"com.sun.management:type=HotSpotDiagnostic\",\"operation\":\"dumpHeap\",\"arguments\":[\"/tmp/never\",true]}",
        "{\"type\":\"exec\",\"mbean\":\"jdk.management.jfr:type=FlightRecorder\",\"operation\":\"newRecording()\"}",
        "{\"type\":\"read\",\"mbean\":\"com.sun.management:type=HotSpotDiagnostic\",\"attribute\":\"DiagnosticOptions\"}",
        "{\"type\":\"read\",\"mbean\":\"java.util.logging:type=Logging\",\"attribute\":\"LoggerNames\"}",
        "{\"type\":\"write\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\",\"value\":true}"
      })
  void whatIsOutsideOfThePolicyIsRefused(String request) throws Exception {
    assertThat(answer(request).path("status").asInt()).isEqualTo(403);
  }

  @Test
  void noOtherServerIsAskedByJmxOrThroughTheProxy() throws Exception {
    JsonNode answer =
        answer(
            "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"target\":"
                + "{\"url\":\"service:jmx:rmi:///jndi/rmi://127.0.0.1:1/jmxrmi\"}}");

    // It answers for itself: nothing listens where it was told to ask.
    assertThat(answer.path("status").asInt()).isEqualTo(200);
    assertThat(OpsLogin.get(sluice, "/hawtio/proxy/http/127.0.0.1:1/jolokia").statusCode())
        .isBetween(400, 499);
  }

  @Test
  void itShowsWhoIsLoggedInUntilTheyLogOut() throws Exception {
    // Given
    CookieManager cookies = new CookieManager();
    HttpClient browser =
        HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NEVER).build();
    browser.send(page("/login").build(), BodyHandlers.ofString());
    String token =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
            .findFirst()
            .orElseThrow()
            .getValue();
    String form =
        "username=ops&password="
            + URLEncoder.encode(TestServers.OPS_PASSWORD, StandardCharsets.UTF_8)
            + "&_csrf="
            + token;
    browser.send(
        page("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());

    // When
    String user = browser.send(page("/hawtio/user").build(), BodyHandlers.ofString()).body();
    HttpResponse<String> left =
        browser.send(page("/hawtio/auth/logout").build(), BodyHandlers.ofString());

    // Then
    assertThat(user).isEqualTo("\"ops\"");
    assertThat(left.statusCode()).isEqualTo(302);
    assertThat(left.headers().firstValue("Location").orElseThrow()).endsWith("/login?logout");
    assertThat(browser.send(page("/hawtio/user").build(), BodyHandlers.ofString()).statusCode())
        .isIn(302, 401);
  }

  private static HttpRequest.Builder page(String path) {
    return HttpRequest.newBuilder(URI.create(sluice.managementAddress() + path))
        .header("Accept", "text/html");
  }

  private static String tree(String parameter) {
    return OpsLogin.jolokiaAt(sluice, PARAMETERS + parameter, "{\"type\":\"list\"}").body();
  }

  private static JsonNode read(String mbean) throws IOException {
    return answer(
        "{\"type\":\"read\",\"mbean\":\"%s\",\"config\":{\"ignoreErrors\":true}}".formatted(mbean));
  }

  private static JsonNode exec(String mbean, String operation, String... arguments)
      throws IOException {
    return answer(
        "{\"type\":\"exec\",\"mbean\":\"%s\",\"operation\":\"%s\",\"arguments\":[%s]}"
            .formatted(mbean, operation, String.join(",", arguments)));
  }

  private static JsonNode answer(String request) throws IOException {
    return JSON.readTree(OpsLogin.jolokia(sluice, request).body());
  }

  private static List<String> audit() {
    return sluice
        .database()
        .sql("SELECT concat_ws(' ', actor, action, target, status) FROM audit_event")
        .query(String.class)
        .list();
  }
}
