package dev.sluice.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.document.Drop;
import dev.sluice.document.Origin;
import dev.sluice.ledger.DropClaims;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningSluice
class DropClaimsIT {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration OVER = Duration.ZERO;

  @Autowired DropClaims claims;

  private final Drop drop = new Drop(Origin.S3, "s3://drop/" + UUID.randomUUID(), "etag");

  @Test
  void ofManyReplicasOneGetsTheFile() {
    long winners =
        IntStream.range(0, 16)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> claims.claim(drop, LONG)))
            .toList()
            .stream()
            .filter(CompletableFuture::join)
            .count();

    assertThat(winners).isEqualTo(1);
  }

  @Test
  void aClaimThatNobodyRenewsGoesToTheNext() {
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
  void whatIsReleasedCanBeTakenAgain() {
    claims.claim(drop, LONG);

    claims.release(drop);

    assertThat(claims.claim(drop, LONG)).isTrue();
  }
}
