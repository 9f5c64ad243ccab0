package dev.sluice.it.pages;

import static dev.sluice.it.pages.Browser.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.FailedDocuments;
import dev.sluice.it.RunningSluice;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The account page and the ops board, in Debian's Chromium. */
@RunningSluice
class OpsPagesIT {

  private static Browser browser;

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;

  @BeforeAll
  static void install() throws Exception {
    browser = Browser.installed();
  }

  @ParameterizedTest
  @EnumSource
  void aUserMakesAKeyAndAWebhookAndOpsReplayADeadLetter(Browser.Look look) throws Exception {
    // Given
    String owner = "owner-" + UUID.randomUUID();
    String key = keys.create(owner, Role.USER, "first").secret();
    String opsKey = keys.create("ops-" + owner, Role.OPS, "").secret();
    new FailedDocuments(ledger, jdbc, s3, claims)
        .ended(owner, Pdfs.withText("given up " + owner), "dead", "parser-crashed");

    // When
    JsonNode seen = browser.journey("ops.mjs", port, opsKey, look, key, owner);

    // Then
    assertThat(texts(seen, "rail")).hasSize(4).doesNotContain("Ops", "Betrieb");
    assertThat(seen.path("refused").asText()).containsPattern("those who run|die Sluice betreiben");
    assertThat(texts(seen, "keys")).containsExactly("a program", "first");
    assertThat(seen.path("secretAfterReload").asInt()).isZero();
    assertThat(seen.path("used").asInt()).isEqualTo(200);
    assertThat(seen.path("revoked").asInt()).isEqualTo(401);
    assertThat(seen.path("signing").asText()).startsWith("whsec_");
    assertThat(seen.path("deliveries").asInt()).isEqualTo(1);
    assertThat(seen.path("headline").asText()).isNotBlank();
    assertThat(seen.path("stages").asInt()).isEqualTo(8);
    assertThat(texts(seen, "servers")).hasSizeGreaterThanOrEqualTo(6);
    assertThat(seen.path("points").asInt()).isEqualTo(60);
    assertThat(seen.path("history").asInt()).isPositive();
    assertThat(seen.path("dryRun").asText()).contains("1", "parser-crashed");
    assertThat(seen.path("replayed").asText()).containsPattern("1 (of|von) 1");
    assertThat(seen.path("invitation").asText()).contains("/app/#invitation=sli_");
    assertThat(seen.path("audited").asInt()).isPositive();
    assertThat(seen.path("askedWhileHidden").asInt()).isZero();
  }
}
