package dev.sluice.it.tracing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.DropFolder;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.it.TraceCollector;
import dev.sluice.it.TraceCollector.ReceivedSpan;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Ticket;
import dev.sluice.notify.Receiver;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** One trace follows a document from its door to the webhook. */
@RunningSluice
class TracingIT {

  private static final String SECRET_TEXT = "confidential";
  private static final String FILE_NAME = "salaries.pdf";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired S3Client s3;
  @Autowired ProducerTemplate producer;
  @Autowired JdbcClient jdbc;

  private final TraceCollector collector = TestServers.traceCollector();
  private final String owner = "traced-" + UUID.randomUUID();
  private final Receiver receiver = new Receiver();
  private String key;
  private ApiClient api;

  TracingIT() throws IOException {}

  @BeforeEach
  void connect() {
    key = keys.create(owner, Role.USER, "").secret();
    api = new ApiClient("http://127.0.0.1:" + port, key);
  }

  @AfterEach
  void remove() {
    jdbc.sql("DELETE FROM webhook WHERE owner = ?").param(owner).update();
    receiver.close();
  }

  @Test
  void anUploadIsOneTraceFromTheRequestToTheWebhook() {
    // Given
    api.post("/api/v1/webhooks", "{\"url\":\"" + receiver.url("/hook?token=x") + "\"}");

    // When
    String id = uploaded().text("id");

    // Then
    Map<String, ReceivedSpan> spans = byName(awaitSpan(id, "send-delivery"));
    assertThat(spans.keySet())
        .contains(
            "POST /api/v1/uploads",
            "receive-document",
            "check-in-claim",
            "enter-ledger",
            "send-ticket",
            "do-assignment",
            "parse-document",
            "store-results",
            "send-delivery")
        .hasSizeLessThanOrEqualTo(10); // and fetch-original, if a worker was slow
    assertThat(spans.values()).extracting(ReceivedSpan::trace).containsOnly(traceOf(spans));
    assertThat(spans.values()).extracting(ReceivedSpan::document).containsOnly(id);
    assertThat(spans.values()).noneMatch(ReceivedSpan::failed);
    assertThat(spans.get("POST /api/v1/uploads").parent()).isEmpty();
    assertThatIsChild(spans, "receive-document", "POST /api/v1/uploads");
    assertThatIsChild(spans, "send-ticket", "enter-ledger");
    assertThatIsChild(spans, "do-assignment", "send-ticket");
    assertThatIsChild(spans, "store-results", "do-assignment");
    assertThat(spans.get("send-ticket").kind()).isEqualTo("PRODUCER");
    assertThat(spans.get("do-assignment").kind()).isEqualTo("CONSUMER");
  }

  @Test
  void aTraceHoldsNoNameNoContentAndNoSecret() {
    // Given
    api.post("/api/v1/webhooks", "{\"url\":\"" + receiver.url("/hook?token=x") + "\"}");

    // When
    String id = uploaded().text("id");

    // Then
    assertThat(awaitSpan(id, "send-delivery"))
        .extracting(span -> span.name() + span.attributes())
        .noneMatch(text -> text.contains(SECRET_TEXT))
        .noneMatch(text -> text.contains(FILE_NAME))
        .noneMatch(text -> text.contains(owner))
        .noneMatch(text -> text.contains(key))
        .noneMatch(text -> text.contains("token"));
  }

  @Test
  void aCallersTraceIsContinued() {
    // Given
    String trace = randomHex(16);
    String span = randomHex(8);

    // When
    String id = uploaded("traceparent", "00-" + trace + "-" + span + "-01").text("id");

    // Then
    Map<String, ReceivedSpan> spans = byName(awaitSpan(id, "do-assignment"));
    assertThat(traceOf(spans)).isEqualTo(trace);
    assertThat(spans.get("POST /api/v1/uploads").parent()).isEqualTo(span);
  }

  @Test
  void aCallerWhoWantsNoTraceGetsNone() {
    // Given
    String trace = randomHex(16);

    // When
    String id = uploaded("traceparent", "00-" + trace + "-" + randomHex(8) + "-00").text("id");
    api.awaitEnd(id);
    String later = uploaded().text("id");

    // Then
    awaitSpan(later, "do-assignment");
    assertThat(collector.spans()).noneMatch(span -> span.trace().equals(trace));
  }

  @Test
  void logLinesOfDoorAndWorkerCarryTheIdOfTheTraceAndThatOfTheRequest() {
    // Given
    Logger logger = (Logger) LoggerFactory.getLogger("dev.sluice");
    LogLines lines = new LogLines();
    lines.start();
    logger.addAppender(lines);

    // When
    String id = uploaded("X-Request-Id", "request-of-" + owner).text("id");
    api.awaitEnd(id);
    logger.detachAppender(lines);

    // Then
    String trace = traceOf(byName(awaitSpan(id, "do-assignment")));
    assertThat(lines.of(id))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(line -> assertThat(line).containsEntry("traceId", trace));
    assertThat(lines.of(id)) // the worker may write before the door does
        .anySatisfy(line -> assertThat(line).containsEntry("requestId", "request-of-" + owner));
  }

  @Test
  void whatIsSentAgainWithoutAMessageContinuesTheDocumentsTrace() {
    // Given
    String id = uploaded().text("id");
    String trace = traceOf(byName(awaitSpan(id, "do-assignment")));

    // When: as the sweeper does
    producer.sendBody("direct:send-ticket", new Ticket(DocumentId.of(id), owner, Lane.INTERACTIVE));

    // Then
    List<ReceivedSpan> sent =
        awaitSpans(id, spans -> named(spans, "send-ticket").size() == 2).stream()
            .filter(span -> span.name().equals("send-ticket"))
            .toList();
    assertThat(sent).extracting(ReceivedSpan::trace).containsOnly(trace);
    assertThat(sent).extracting(ReceivedSpan::parent).contains(sent.get(0).id());
  }

  @Test
  void aDocumentInPartsIsOneTraceWithThreeSpansMoreForEach() {
    // When: the tests' limit is 40 pages, and a part has 20
    String id = api.upload(Pdfs.emptyPages(50), "X-File-Name", FILE_NAME).text("id");

    // Then
    List<ReceivedSpan> spans =
        awaitSpans(id, there -> named(there, "do-assignment").size() == 4); // the last ends last
    assertThat(spans).extracting(ReceivedSpan::trace).containsOnly(spans.get(0).trace());
    assertThat(named(spans, "send-ticket")).hasSize(4);
    assertThat(named(spans, "work-part"))
        .extracting(span -> span.attributes().get("sluice.part"))
        .hasSize(3)
        .doesNotHaveDuplicates();
    assertThat(named(spans, "gather-parts")).hasSize(1);
  }

  @Test
  void aFailureIsItsCode() {
    // When
    String id = api.upload(Pdfs.passwordNeeded(), "X-File-Name", owner + ".pdf").text("id");

    // Then
    Map<String, ReceivedSpan> spans = byName(awaitSpan(id, "keep-invalid-message"));
    assertThat(spans.get("do-assignment").failed()).isTrue();
    assertThat(spans.get("do-assignment").attributes())
        .containsEntry("error.type", "password-required")
        .containsEntry("sluice.attempt", "1");
  }

  @Test
  void aDroppedObjectIsATraceOfItsOwn() {
    // When
    DropFolder drop = new DropFolder(s3, "sluice-drop");
    drop.put("in/" + owner + "/" + FILE_NAME, pdf());
    String receipt = "done/" + owner + "/" + FILE_NAME + ".receipt.json";
    String id = drop.awaitNote(receipt).path("id").asText();

    // Then
    Map<String, ReceivedSpan> spans = byName(awaitSpan(id, "do-assignment"));
    assertThat(spans.get("receive-file").parent()).isEmpty();
    assertThatIsChild(spans, "receive-document", "receive-file");
    assertThat(spans.values())
        .extracting(span -> span.name() + span.attributes())
        .noneMatch(text -> text.contains(FILE_NAME));
  }

  private Answer uploaded(String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "X-File-Name";
    all[headers.length + 1] = FILE_NAME;
    return api.upload(pdf(), all);
  }

  private static byte[] pdf() {
    return Pdfs.withText(SECRET_TEXT + " " + UUID.randomUUID());
  }

  private List<ReceivedSpan> awaitSpan(String document, String name) {
    return awaitSpans(document, spans -> !named(spans, name).isEmpty());
  }

  private List<ReceivedSpan> awaitSpans(String document, Predicate<List<ReceivedSpan>> there) {
    return Awaitility.await()
        .pollInterval(Duration.ofMillis(100))
        .until(() -> collector.tracesOf(document), there);
  }

  private static List<ReceivedSpan> named(List<ReceivedSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).toList();
  }

  private static Map<String, ReceivedSpan> byName(List<ReceivedSpan> spans) {
    return spans.stream().collect(toMap(ReceivedSpan::name, span -> span));
  }

  private static String traceOf(Map<String, ReceivedSpan> spans) {
    return spans.get("do-assignment").trace();
  }

  private static void assertThatIsChild(
      Map<String, ReceivedSpan> spans, String child, String parent) {
    assertThat(spans.get(child).parent()).as(child).isEqualTo(spans.get(parent).id());
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    random[0] |= 1;
    return HexFormat.of().formatHex(random);
  }

  /** Fields of the lines that were logged. */
  private static final class LogLines extends AppenderBase<ILoggingEvent> {

    private final List<Map<String, String>> fields = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent line) {
      fields.add(Map.copyOf(line.getMDCPropertyMap()));
    }

    List<Map<String, String>> of(String document) {
      return fields.stream().filter(line -> document.equals(line.get("documentId"))).toList();
    }
  }
}
