package dev.sluice.intake;

import dev.sluice.ledger.DropClaims;
import dev.sluice.limits.DropAllowance;
import java.time.Duration;

/** Desks for tests. */
public final class DropDesks {

  private DropDesks() {}

  /** A desk whose claims last for an hour. */
  public static DropDesk of(DropClaims claims, DropAllowance allowance) {
    return new DropDesk(claims, allowance, new DropSettings(Duration.ofHours(1)));
  }
}
