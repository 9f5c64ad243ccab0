package dev.sluice.intake;

import dev.sluice.limits.DropAllowance;
import dev.sluice.store.ledger.DropClaims;
import java.time.Duration;

/** Drop leases for tests. */
public final class TestDropLeases {

  private TestDropLeases() {}

  /** Leases whose claims last for an hour. */
  public static DropLeases of(DropClaims claims, DropAllowance allowance) {
    return new DropLeases(claims, allowance, new DropSettings(Duration.ofHours(1)));
  }
}
