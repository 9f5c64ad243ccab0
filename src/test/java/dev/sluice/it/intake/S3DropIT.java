package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.embedded.EmbeddedServers;
import dev.sluice.fixture.Pdfs;
import dev.sluice.intake.UploadReport;
import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.AdmissionSettings;
import dev.sluice.intake.admission.Credit;
import dev.sluice.intake.s3.BucketListing;
import dev.sluice.intake.s3.DroppedObject;
import dev.sluice.intake.s3.ObjectDisposition;
import dev.sluice.it.ApiClient;
import dev.sluice.it.DropFolder;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.model.document.Drop;
import dev.sluice.model.document.Origin;
import dev.sluice.store.ledger.DropClaims;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.s3.S3Client;

@RunningSluice
@ExtendWith(OutputCaptureExtension.class)
class S3DropIT {

  private static final String ROUTE = "poll-drop-bucket";
  private static final String BUCKET = "sluice-drop";

  @LocalServerPort int port;
  @Autowired S3Client s3;
  @Autowired CamelContext camel;
  @Autowired ProducerTemplate producer;
  @Autowired Admission admission;
  @Autowired AdmissionSettings limits;
  @Autowired BucketListing listing;
  @Autowired ObjectDisposition disposition;
  @Autowired DropClaims claims;
  @Autowired AutowireCapableBeanFactory beans;
  @Autowired MeterRegistry metrics;

  private final String folder = UUID.randomUUID() + "/";
  private DropFolder drop;
  private ApiClient api;

  @BeforeEach
  void connect() {
    drop = new DropFolder(s3, BUCKET);
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
  }

  @Test
  void aDroppedPdfBecomesADocumentAndMovesAwayWithItsReceipt() {
    // When
    byte[] pdf = Pdfs.withText("dropped " + folder);
    drop.put(in("a.pdf"), pdf);

    // Then
    drop.awaitGone(in("a.pdf"));
    JsonNode receipt = drop.awaitNote(done("a.pdf.receipt.json"));
    String id = receipt.path("id").asText();
    assertThat(receipt.path("duplicate").asBoolean(true)).isFalse();
    assertThat(drop.read(done("a.pdf"))).isEqualTo(pdf);
    JsonNode document = api.awaitEnd(id);
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("origin").asText()).isEqualTo("s3");
    assertThat(document.path("lane").asText()).isEqualTo("bulk");
    assertThat(document.path("fileName").asText()).isEqualTo("a.pdf");
    assertThat(found(in("a.pdf"))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no pdf", ""})
  void whatIsNoPdfMovesAsideWithAReport(String content) {
    // When
    drop.put(in("b.pdf"), content.getBytes(StandardCharsets.UTF_8));

    // Then
    drop.awaitGone(in("b.pdf"));
    JsonNode problem = drop.awaitNote(error("b.pdf.report.json"));
    assertThat(problem.path("code").asText())
        .isEqualTo(content.isEmpty() ? "empty-body" : "not-a-pdf");
    assertThat(problem.path("category").asText()).isEqualTo("invalid");
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("advice").asText()).isNotBlank();
    assertThat(drop.read(error("b.pdf"))).asString().isEqualTo(content);
    assertThat(drop.keys(done(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"done/", "error/"})
  void noObjectOrNoteReplacesAnotherOfItsName(String where) {
    // Given
    List<byte[]> contents =
        Stream.of("first", "second", "third")
            .map(
                text ->
                    where.equals("done/")
                        ? Pdfs.withText(text + folder)
                        : text.getBytes(StandardCharsets.UTF_8))
            .toList();

    // When
    for (byte[] content : contents) {
      drop.put(in("plan.pdf"), content);
      drop.awaitGone(in("plan.pdf"));
    }

    // Then
    List<String> keys = drop.keys(where + folder);
    assertThat(keys).hasSize(6).allMatch(key -> key.startsWith(where + folder + "plan"));
    assertThat(keys).contains(where + folder + "plan.pdf");
    assertThat(keys.stream().filter(key -> key.endsWith(".pdf")).map(drop::read))
        .containsExactlyInAnyOrderElementsOf(contents);
  }

  @Test
  void theSameContentUnderTwoKeysIsOneDocument() {
    // When
    byte[] pdf = Pdfs.withText("twice " + folder);
    drop.put(in("one.pdf"), pdf);
    drop.put(in("sub/two.pdf"), pdf);

    // Then
    List<JsonNode> receipts =
        List.of(
            drop.awaitNote(done("one.pdf.receipt.json")),
            drop.awaitNote(done("sub/two.pdf.receipt.json")));
    String id = receipts.get(0).path("id").asText();
    assertThat(receipts).allMatch(receipt -> receipt.path("id").asText().equals(id));
    assertThat(receipts).filteredOn(receipt -> receipt.path("duplicate").asBoolean()).hasSize(1);
    assertThat(found(in("one.pdf"))).containsExactly(id);
    assertThat(found(in("sub/two.pdf"))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Übung 文件 😀.pdf",
        "a b/c+d & e=f?.pdf",
        "100%/%2e%2e%2fx.pdf",
        "..a../b..pdf",
        "new\nline\u0001.pdf",
        "quote\"<'>.pdf",
        "no-suffix"
      })
  void aKeyIsAKeyWhateverStandsInIt(String name) {
    // When
    byte[] pdf = Pdfs.withText("odd " + folder);
    drop.put(in(name), pdf);

    // Then
    drop.awaitGone(in(name));
    assertThat(drop.read(done(name))).isEqualTo(pdf);
    JsonNode receipt = drop.awaitNote(done(name + ".receipt.json"));
    assertThat(found(in(name))).containsExactly(receipt.path("id").asText());
  }

  @Test
  void whatIsNoDropStays() {
    // Given
    byte[] text = "not to be taken".getBytes(StandardCharsets.UTF_8);
    List<String> others =
        List.of(in(""), in("x.receipt.json"), in("x.report.json"), folder + "x.pdf");
    others.forEach(key -> drop.put(key, key.endsWith("/") ? new byte[0] : text));

    // When
    drop.put(in("z.pdf"), Pdfs.withText("the last " + folder));
    drop.awaitGone(in("z.pdf"));

    // Then
    assertThat(others).allMatch(drop::holds);
    assertThat(drop.keys(error(""))).isEmpty();
  }

  @Test
  void anObjectThatIsReplacedBeforeItIsReadIsReadAnew() throws Exception {
    // Given
    whilePollingRests(
        () -> {
          DroppedObject first = listed(in("c.pdf"), Pdfs.withText("first " + folder));
          drop.put(in("c.pdf"), Pdfs.withText("second " + folder));

          // When
          producer.sendBody("direct:take-object", first);

          // Then
          assertThat(found(in("c.pdf"))).isEmpty();
          assertThat(drop.holds(in("c.pdf"))).isTrue();
          assertThat(claims.taken(List.of(first.drop()))).isEmpty();
        });
    assertThat(text(drop.awaitNote(done("c.pdf.receipt.json")))).contains("second");
  }

  @Test
  void anObjectThatIsReplacedBeforeItIsMovedIsTakenToo() throws Exception {
    // Given
    byte[] second = Pdfs.withText("second " + folder);
    whilePollingRests(
        () -> {
          DroppedObject first = listed(in("d.pdf"), Pdfs.withText("first " + folder));
          drop.put(in("d.pdf"), second);
          claims.claim(first.drop(), Duration.ofHours(1));

          // When
          disposition.settle(first, new UploadReport(null, List.of()));

          // Then
          assertThat(drop.read(in("d.pdf"))).isEqualTo(second);
          assertThat(drop.holds(error("d.pdf"))).isFalse();
        });
    assertThat(text(drop.awaitNote(done("d.pdf.receipt.json")))).contains("second");
  }

  @Test
  void anObjectThatAnotherReplicaTookOverIsLeftToIt() throws Exception {
    // Given
    whilePollingRests(
        () -> {
          DroppedObject slow = listed(in("e.pdf"), Pdfs.withText("slow " + folder));
          DropClaims elsewhere = beans.createBean(DropClaims.class);
          elsewhere.claim(slow.drop(), Duration.ofHours(1));

          // When
          disposition.settle(slow, new UploadReport(null, List.of()));

          // Then
          assertThat(drop.holds(in("e.pdf"))).isTrue();
          assertThat(drop.holds(error("e.pdf"))).isFalse();
          assertThat(claims.taken(List.of(slow.drop()))).isNotEmpty();
          elsewhere.release(slow.drop());
        });
    drop.awaitGone(in("e.pdf"));
  }

  @Test
  void nothingIsTakenUntilThereIsRoom() throws Exception {
    // Given
    try (Credit all = admission.enter(0)) {
      all.cover(limits.bytes().toBytes());
      drop.put(in("e.pdf"), Pdfs.withText("waiting " + folder));

      // Then
      assertThat(listing.list(exchange()).hasNext()).isFalse();
    }

    // When the room is there, then
    drop.awaitGone(in("e.pdf"));
  }

  @Test
  void aPassEndsWhenItsRouteIsToldToStop() throws Exception {
    // Given
    camel.getRouteController().suspendRoute(ROUTE);
    try {
      drop.put(in("i.pdf"), Pdfs.withText("later " + folder));

      // Then
      assertThat(listing.list(exchange()).hasNext()).isFalse();
    } finally {
      camel.getRouteController().resumeRoute(ROUTE);
    }
    drop.awaitGone(in("i.pdf"));
  }

  @Test
  void nothingIsTakenThatAnotherReplicaReads() {
    // Given
    byte[] pdf = Pdfs.withText("elsewhere " + folder);
    Drop claimed =
        new Drop(Origin.S3, "s3://" + BUCKET + "/" + in("f.pdf"), drop.put(in("other.pdf"), pdf));
    claims.claim(claimed, Duration.ofHours(1));

    // When
    drop.put(in("f.pdf"), pdf);
    drop.put(in("g.pdf"), Pdfs.withText("later " + folder));
    drop.awaitGone(in("g.pdf"));

    // Then
    assertThat(drop.holds(in("f.pdf"))).isTrue();

    // When its claim is over
    claims.release(claimed);

    // Then
    drop.awaitGone(in("f.pdf"));
  }

  @Test
  void anOutageIsToldOnceAndWhatWasDroppedIsTakenAfterIt(CapturedOutput output) throws Exception {
    // Given
    EmbeddedServers servers = TestServers.running();
    String trouble = "Failing until further notice: " + ROUTE;

    // When
    servers.stopS3();
    try {
      DropFolder.await().until(() -> output.toString().contains(trouble));
      long passes = passes();
      DropFolder.await().until(() -> passes() > passes + 1);
    } finally {
      servers.startS3();
    }
    byte[] pdf = Pdfs.withText("after the outage " + folder);
    // The client is the application's own: it lets calls through once the watch had an answer.
    DropFolder.await().ignoreExceptions().until(() -> drop.put(in("h.pdf"), pdf) != null);

    // Then
    drop.awaitGone(in("h.pdf"));
    DropFolder.await().until(() -> output.toString().contains("Works again: " + ROUTE));
    assertThat(output.toString().lines().filter(line -> line.contains(trouble))).hasSize(1);
  }

  @Test
  void allOfMoreThanTwoPagesAreTaken() {
    // Given
    byte[] refused = "no pdf".getBytes(StandardCharsets.UTF_8);
    IntStream.range(0, 21).parallel().forEach(n -> drop.put(in(n + ".pdf"), refused));

    // Then
    DropFolder.await().until(() -> drop.keys(in("")).isEmpty());
    assertThat(drop.keys(error(""))).hasSize(2 * 21);
  }

  private interface Work {
    void run() throws Exception;
  }

  private void whilePollingRests(Work work) throws Exception {
    camel.getRouteController().stopRoute(ROUTE);
    try {
      work.run();
    } finally {
      camel.getRouteController().startRoute(ROUTE);
    }
  }

  private long passes() {
    return metrics.get("camel.route.policy").tag("routeId", ROUTE).timer().count();
  }

  private DroppedObject listed(String key, byte[] content) {
    String version = drop.put(key, content);
    String ref = "s3://" + BUCKET + "/" + key;
    return new DroppedObject(
        ref, key, Instant.now(), version, content.length, new Drop(Origin.S3, ref, version));
  }

  private Exchange exchange() {
    Exchange exchange = new DefaultExchange(camel);
    exchange.getExchangeExtension().setFromRouteId(ROUTE);
    return exchange;
  }

  private String text(JsonNode receipt) {
    String id = receipt.path("id").asText();
    api.awaitEnd(id);
    return api.get(document(id) + "/text").response().body();
  }

  private List<String> found(String key) {
    String source =
        URLEncoder.encode(
            "s3://" + BUCKET + "/" + key.replaceAll("\\p{Cc}", ""), StandardCharsets.UTF_8);
    // Control characters are not shown, nor searched for.
    return api.get("/api/v1/documents?source=" + source)
        .json()
        .path("items")
        .findValuesAsText("id");
  }

  private String in(String name) {
    return "in/" + folder + name;
  }

  private String done(String name) {
    return "done/" + folder + name;
  }

  private String error(String name) {
    return "error/" + folder + name;
  }
}
