package dev.sluice.intake;

import dev.sluice.limits.DropAllowance;
import dev.sluice.store.ledger.DropClaims;
import java.time.Duration;

/** Desks for tests. */
public final class TestDropLeases {

  private TestDropLeases() {}

  /** A desk whose claims last for an hour. */
  public static DropLeases of(DropClaims claims, DropAllowance allowance) {
    return new DropLeases(claims, allowance, new DropSettings(Duration.ofHours(1)));
  }
}
