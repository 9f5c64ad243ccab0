package dev.sluice.it.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.EventTopic;
import dev.sluice.it.RunningSluice;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.notify.CompletionEvent;
import dev.sluice.notify.OtherReplica;
import dev.sluice.notify.Outbox;
import dev.sluice.notify.Receiver;
import dev.sluice.notify.Receiver.Request;
import dev.sluice.notify.WebhookSettings;
import dev.sluice.notify.WebhookTurns;
import dev.sluice.store.ledger.AttemptTerms;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How outcomes of documents are published: in the topic, and to webhooks. */
@RunningSluice
class WebhookIT {

  private static final String WEBHOOKS = "/api/v1/webhooks";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired Ledger ledger;
  @Autowired Outbox outbox;
  @Autowired WebhookSettings settings;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private final String owner = "webhooks-" + UUID.randomUUID();
  private final Receiver receiver = new Receiver();
  private ApiClient api;

  WebhookIT() throws IOException {}

  @BeforeEach
  void connect() {
    api = caller(owner);
  }

  @AfterEach
  void remove() {
    jdbc.sql("DELETE FROM webhook WHERE owner = ?").param(owner).update();
    jdbc.sql("DELETE FROM document WHERE owner = ?").param(owner).update();
    receiver.close();
  }

  @Test
  void aCompletedDocumentIsToldInTheTopicAndToItsOwnersWebhook() throws IOException {
    try (EventTopic topic = new EventTopic()) {
      // Given
      Answer webhook = register("{\"url\":\"" + receiver.url("/hook?token=x") + "\"}");

      // When
      String id = api.upload(Pdfs.withText("told " + UUID.randomUUID())).text("id");
      api.awaitEnd(id);

      // Then
      await().until(() -> topic.of(owner).size() == 1 && receiver.requests().size() == 1);
      var message = topic.of(owner).get(0);
      JsonNode event = EventTopic.json(message);
      assertThat(message.key()).isEqualTo(id);
      assertThat(message.headers()).isEmpty();
      assertThat(event.path("schemaVersion").asInt()).isEqualTo(1);
      assertThat(event.path("type").asText()).isEqualTo("document.completed");
      assertThat(event.path("documentId").asText()).isEqualTo(id);
      assertThat(event.path("state").asText()).isEqualTo("completed");
      assertThat(event.path("attempts").asInt()).isEqualTo(1);
      assertThat(event.path("pages").asInt()).isEqualTo(1);
      assertThat(event.has("failureCode")).isFalse();
      Request request = receiver.requests().get(0);
      assertThat(request.isSignedWith(webhook.text("secret"))).isTrue();
      assertThat(request.json()).isEqualTo(event);
      assertThat(request.id()).isEqualTo(event.path("id").asText());
      assertThat(delivery(webhook.text("id")).path("state").asText()).isEqualTo("delivered");
    }
  }

  @Test
  void aDocumentThatEndsAgainIsToldAgainAndOnlyAsWanted() throws IOException {
    // Given
    register("{\"url\":\"" + receiver.url("/") + "\",\"states\":[\"dead\",\"cancelled\"]}");

    // When: it ends as dead, as invalid, then cancelled
    Document document = end(FailureCode.PARSER_CRASHED);
    setState(document, "parsing");
    ledger.end(document, Failure.of(FailureCode.UNREADABLE, "x"));
    setState(document, "cancelled");

    // Then
    await().until(() -> receiver.requests().size() == 2);
    assertThat(receiver.requests().get(0).json().path("state").asText()).isEqualTo("dead");
    assertThat(receiver.requests().get(0).json().path("failureCode").asText())
        .isEqualTo("parser-crashed");
    assertThat(receiver.requests().get(1).json().path("state").asText()).isEqualTo("cancelled");
    assertThat(events()).containsExactly("dead", "invalid", "cancelled");
  }

  @Test
  void aDeliveryThatFailsIsTriedAgainEndsDeadAndCanBeSentAgain() {
    // Given
    receiver.answersWith(Receiver.status(500));
    Answer webhook = register();
    String path = WEBHOOKS + "/" + webhook.text("id") + "/deliveries";

    // When
    end(FailureCode.PARSER_CRASHED);

    // Then: after three attempts under one id
    JsonNode dead = await().until(() -> delivery(webhook.text("id")), d -> isIn(d, "dead"));
    assertThat(dead.path("attempts").asInt()).isEqualTo(3);
    assertThat(dead.path("result").asText()).isEqualTo("rejected");
    assertThat(dead.path("status").asInt()).isEqualTo(500);
    assertThat(receiver.requests())
        .hasSize(3)
        .allMatch(request -> request.id().equals(dead.path("id").asText()))
        .allMatch(request -> request.isSignedWith(webhook.text("secret")));
    assertThat(api.get(path + "?state=dead").json().path("items")).hasSize(1);
    assertThat(api.get(path + "?state=pending").json().path("items")).isEmpty();

    // When
    receiver.answersWith(Receiver.status(200));
    String resend = path + "/" + dead.path("id").asText() + "/resend";
    assertThat(api.post(resend, "").status()).isEqualTo(202);

    // Then
    await().until(() -> isIn(delivery(webhook.text("id")), "delivered"));
    assertThat(receiver.requests()).hasSize(4);
  }

  @Test
  void whoSaysThatItIsGoneIsNotCalledAgain() {
    // Given
    receiver.answersWith(Receiver.status(410));
    String id = register().text("id");

    // When
    end(FailureCode.PARSER_CRASHED);
    await().until(() -> isIn(delivery(id), "dead"));

    // Then
    Answer webhook = await().until(() -> api.get(WEBHOOKS + "/" + id), w -> disabled(w.json()));
    end(FailureCode.PARSER_CRASHED);
    assertThat(webhook.status()).isEqualTo(200);
    assertThat(api.post(WEBHOOKS + "/" + id + "/test", "").text("code"))
        .isEqualTo("webhook-disabled");
    assertThat(deliveries(id)).hasSize(1);
    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void aSlowReceiverHoldsUpNoOtherReceiver() throws IOException {
    CountDownLatch others = new CountDownLatch(1);
    try (Receiver slow = new Receiver()) {
      // Given: one that answers when the other has heard of everything
      slow.answersWith(
          request -> {
            awaitQuietly(others);
            request.sendResponseHeaders(200, -1);
          });
      register("{\"url\":\"" + slow.url("/") + "\"}");
      register();

      // When
      IntStream.range(0, 5).forEach(n -> end(FailureCode.PARSER_CRASHED));

      // Then
      await().until(() -> receiver.requests().size() == 5);
      assertThat(slow.requests().size()).isLessThan(5);
      others.countDown();
      await().until(() -> slow.requests().stream().map(Request::id).distinct().count() == 5);
    }
  }

  @Test
  void aPingGoesTheSameWay() throws IOException {
    // Given
    Answer webhook = register();

    // When
    Answer ping = api.post(WEBHOOKS + "/" + webhook.text("id") + "/test", "");

    // Then
    assertThat(ping.status()).isEqualTo(202);
    await().until(() -> isIn(delivery(webhook.text("id")), "delivered"));
    Request request = receiver.requests().get(0);
    assertThat(request.id()).isEqualTo(ping.text("id"));
    assertThat(request.json().path("type").asText()).isEqualTo("ping");
    assertThat(request.isSignedWith(webhook.text("secret"))).isTrue();
  }

  @Test
  void ofReplicasThatTakeEventsAtOnceEachGetsOthers() {
    // Given
    IntStream.range(0, 20).forEach(n -> end(FailureCode.PARSER_CRASHED));

    // When: four, besides the running one
    List<UUID> taken =
        IntStream.range(0, 4).mapToObj(n -> AtOnce.start(outbox::take)).toList().stream()
            .flatMap(events -> events.join().stream())
            .map(CompletionEvent::id)
            .toList();

    // Then
    assertThat(taken).doesNotHaveDuplicates();
  }

  @Test
  void ofReplicasThatTakeAWebhookAtOnceOneCallsIt() {
    // Given: a receiver that keeps whoever calls it
    CountDownLatch over = new CountDownLatch(1);
    receiver.answersWith(request -> awaitQuietly(over));
    UUID webhook = UUID.fromString(register().text("id"));
    end(FailureCode.PARSER_CRASHED);
    end(FailureCode.PARSER_CRASHED);

    // When
    long winners =
        IntStream.range(0, 8).mapToObj(n -> AtOnce.start(replica()::take)).toList().stream()
            .map(CompletableFuture::join)
            .flatMap(List::stream)
            .filter(turn -> turn.webhook().id().equals(webhook))
            .count();

    // Then: one of these, or the running application itself
    assertThat(winners).isLessThanOrEqualTo(1);
    over.countDown();
  }

  @Test
  void whatAKilledReplicaLeftIsSentByAnotherUnderTheSameId() {
    // Given: one that died after it began, with its leases still running
    receiver.answersWith(Receiver.status(500));
    Answer webhook = register();
    UUID id = UUID.fromString(webhook.text("id"));
    jdbc.sql("UPDATE webhook SET lease_until = now() + interval '1 hour' WHERE id = ?")
        .param(id)
        .update();
    end(FailureCode.PARSER_CRASHED);
    jdbc.sql(
            """
            UPDATE webhook_delivery SET attempts = 1, due_at = now() + interval '1 hour'
            WHERE webhook_id = ?
            """)
        .param(id)
        .update();
    assertThat(receiver.requests()).isEmpty();

    // When: they run out
    receiver.answersWith(Receiver.status(200));
    jdbc.sql("UPDATE webhook SET lease_until = now() WHERE id = ?").param(id).update();
    jdbc.sql("UPDATE webhook_delivery SET due_at = now() WHERE webhook_id = ?").param(id).update();

    // Then
    JsonNode delivery =
        await().until(() -> delivery(webhook.text("id")), d -> isIn(d, "delivered"));
    assertThat(delivery.path("attempts").asInt()).isEqualTo(2);
    assertThat(receiver.requests())
        .singleElement()
        .matches(request -> request.id().equals(delivery.path("id").asText()));
  }

  @Test
  void anOwnerSeesItsOwnWebhooksOnlyAndASecretOnce() {
    // Given
    Answer webhook = register();
    String path = WEBHOOKS + "/" + webhook.text("id");
    ApiClient other = caller("somebody-else");

    // Then
    assertThat(webhook.text("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(api.get(path).text("url")).isEqualTo(receiver.url("/"));
    assertThat(api.get(path).response().body()).doesNotContain("whsec_", "secret");
    assertThat(api.get(WEBHOOKS).response().body()).contains(webhook.text("id"));
    assertThat(api.get(WEBHOOKS).response().body()).doesNotContain("whsec_", "secret");
    assertThat(other.get(WEBHOOKS).response().body()).doesNotContain(webhook.text("id"));
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.delete(path).status()).isEqualTo(404);
    assertThat(other.post(path + "/test", "").status()).isEqualTo(404);
    assertThat(other.get(path + "/deliveries").status()).isEqualTo(404);
    assertThat(other.post(path + "/deliveries/" + UUID.randomUUID() + "/resend", "").status())
        .isEqualTo(404);

    // When
    assertThat(api.delete(path).status()).isEqualTo(204);

    // Then
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @Test
  void anOwnerMayHaveFiveWebhooksHoweverFastItAsks() {
    List<Integer> answers =
        IntStream.range(0, 8)
            .mapToObj(n -> AtOnce.start(() -> post("{\"url\":\"https://example.com\"}").status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).filteredOn(status -> status == 201).hasSize(5);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"url\":{}}",
        "{\"url\":\"https://a.example\",\"states\":[\"parsing\"]}",
        "{\"url\":\"https://a.example\",\"states\":[null]}",
        "{\"url\":\"https://a.example\",\"states\":\"dead\"}"
      })
  void aMalformedRequestForAWebhookIsRefused(String body) {
    assertThat(post(body).status()).isEqualTo(400);
    assertThat(post(body).text("code")).isEqualTo("bad-request");
  }

  @Test
  void aForbiddenUrlIsRefused() {
    Answer answer = post("{\"url\":\"ftp://example.com\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("code")).isEqualTo("webhook-url-refused");
  }

  private WebhookTurns replica() {
    return OtherReplica.turns(jdbc, transaction, settings);
  }

  private Answer register() {
    return register("{\"url\":\"" + receiver.url("/") + "\"}");
  }

  private Answer register(String body) {
    Answer webhook = post(body);
    assertThat(webhook.status()).as(webhook.response().body()).isEqualTo(201);
    return webhook;
  }

  private Answer post(String body) {
    return api.post(WEBHOOKS, body);
  }

  private JsonNode deliveries(String webhook) {
    return api.get(WEBHOOKS + "/" + webhook + "/deliveries").json().path("items");
  }

  /** The newest one, or nothing. */
  private JsonNode delivery(String webhook) {
    return deliveries(webhook).path(0);
  }

  private static boolean isIn(JsonNode delivery, String state) {
    return delivery.path("state").asText().equals(state);
  }

  private static boolean disabled(JsonNode webhook) {
    return webhook.hasNonNull("disabledAt");
  }

  /** A document of the owner's that comes and ends with this failure. */
  private Document end(FailureCode code) {
    String unique = UUID.randomUUID().toString();
    NewDocument document =
        new NewDocument(
            DocumentId.next(),
            owner,
            unique,
            1,
            "a.pdf",
            "application/pdf",
            Origin.HTTP,
            null,
            Lane.BULK,
            "auto",
            null);
    ledger.register(document, Duration.ofHours(1));
    Duration hour = Duration.ofHours(1);
    AttemptTerms terms = new AttemptTerms(hour, 3, new ParserVersion("test"));
    Document claimed = ledger.claim(document.id(), terms).orElseThrow();
    ledger.end(claimed, Failure.of(code, "x"));
    return claimed;
  }

  private void setState(Document document, String state) {
    jdbc.sql("UPDATE document SET state = ?, lease_until = now() + interval '1 h' WHERE id = ?")
        .params(state, document.id().value())
        .update();
  }

  private List<String> events() {
    return jdbc.sql("SELECT state FROM completion_event WHERE owner = ? ORDER BY occurred_at")
        .param(owner)
        .query(String.class)
        .list();
  }

  private ApiClient caller(String who) {
    return new ApiClient("http://127.0.0.1:" + port, keys.create(who, Role.USER, "").secret());
  }

  private static ConditionFactory await() {
    return Awaitility.await().pollInterval(Duration.ofMillis(50));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
