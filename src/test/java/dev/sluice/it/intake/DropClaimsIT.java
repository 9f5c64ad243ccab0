package dev.sluice.it.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.AtOnce;
import dev.sluice.intake.DropLeases;
import dev.sluice.it.RunningSluice;
import dev.sluice.model.document.Drop;
import dev.sluice.model.document.Origin;
import dev.sluice.store.ledger.DropClaims;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
class DropClaimsIT {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration OVER = Duration.ZERO;

  @Autowired DropClaims claims;
  @Autowired AutowireCapableBeanFactory beans;
  @Autowired DropLeases leases;
  @Autowired CamelContext camel;
  @Autowired JdbcClient jdbc;

  private final Drop drop = new Drop(Origin.S3, "s3://drop/" + UUID.randomUUID(), "etag");

  @Test
  void ofManyReplicasOneGetsTheFile() {
    long winners =
        IntStream.range(0, 16)
            .mapToObj(n -> AtOnce.start(() -> claims.claim(drop, LONG)))
            .toList()
            .stream()
            .filter(CompletableFuture::join)
            .count();

    assertThat(winners).isEqualTo(1);
  }

  @Test
  void aClaimThatIsNotRenewedGoesToTheNext() {
    claims.claim(drop, OVER);

    assertThat(claims.claim(drop, LONG)).isTrue();
    assertThat(claims.claim(drop, LONG)).isFalse();
  }

  @Test
  void aRenewedClaimStays() {
    // Given
    claims.claim(drop, OVER);

    // When
    claims.renew(List.of(drop, new Drop(Origin.SFTP, "another", "1")), LONG);

    // Then
    assertThat(claims.claim(drop, LONG)).isFalse();
  }

  @Test
  void whatIsSettledIsNeverTakenAgainButAnotherVersionIs() {
    // Given
    claims.claim(drop, OVER);

    // When
    claims.settle(drop);
    claims.release(drop);

    // Then
    assertThat(claims.claim(drop, LONG)).isFalse();
    assertThat(claims.claim(new Drop(Origin.S3, drop.ref(), "other"), LONG)).isTrue();
  }

  @Test
  void aClaimIsForgottenWhenItsLeaseIsLongOver() {
    // Given
    Drop held = another("held");
    claims.claim(held, LONG);
    claims.claim(drop, OVER);

    // When
    assertThat(claims.forget(Duration.ofDays(1))).isZero();
    int forgotten = claims.forget(Duration.ZERO);

    // Then
    assertThat(forgotten).isPositive();
    assertThat(claims.claim(held, LONG)).isFalse();
  }

  @Test
  void whatIsReleasedCanBeTakenAgain() {
    claims.claim(drop, LONG);

    claims.release(drop);

    assertThat(claims.claim(drop, LONG)).isTrue();
  }

  @Test
  void whoLostAClaimCannotChangeIt() {
    // Given
    DropClaims slow = beans.createBean(DropClaims.class);
    slow.claim(drop, OVER);
    claims.claim(drop, LONG);

    // When
    int renewed = slow.renew(List.of(drop), LONG);
    slow.release(drop);
    slow.settle(drop);

    // Then
    assertThat(renewed).isZero();
    assertThat(claims.renew(List.of(drop), OVER)).isEqualTo(1);
    assertThat(claims.claim(drop, LONG)).isTrue();
  }

  @Test
  void ofManyFilesOnlyThoseAreTakenThatAreReadOrSettled() {
    // Given
    Drop read = another("read");
    Drop settled = another("settled");
    Drop over = another("over");
    claims.claim(read, LONG);
    claims.claim(settled, OVER);
    claims.settle(settled);
    claims.claim(over, OVER);

    // Then
    assertThat(leases.taken(List.of(drop, over, read, settled)))
        .containsExactlyInAnyOrder(read, settled);
    assertThat(leases.taken(List.of())).isEmpty();
  }

  @Test
  void aClaimIsRenewedAsLongAsItsExchangeLasts() {
    // Given
    Exchange reader = new DefaultExchange(camel);
    Exchange latecomer = new DefaultExchange(camel);
    assertThat(leases.claim(drop, "tester", reader)).isTrue();
    assertThat(leases.claim(drop, "tester", latecomer)).isFalse();
    end(latecomer);

    // When
    Instant before = lease();
    leases.renew();

    // Then
    Instant renewed = lease();
    assertThat(renewed).isAfter(before);

    // When
    end(reader);
    leases.renew();

    // Then
    assertThat(lease()).isEqualTo(renewed);
  }

  private Instant lease() {
    return jdbc.sql("SELECT lease_until FROM drop_claim WHERE ref = ?")
        .param(drop.ref())
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private Drop another(String name) {
    return new Drop(Origin.S3, drop.ref() + "/" + name, "etag");
  }

  private static void end(Exchange exchange) {
    UnitOfWorkHelper.doneSynchronizations(
        exchange, exchange.getExchangeExtension().handoverCompletions());
  }
}
