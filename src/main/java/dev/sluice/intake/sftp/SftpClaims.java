package dev.sluice.intake.sftp;

import dev.sluice.intake.DropLeases;
import dev.sluice.model.document.Drop;
import dev.sluice.model.document.Origin;
import org.apache.camel.spi.IdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells Camel's consumer which files any replica is taking. A claim ends with the file's exchange;
 * a finished file is recognised by having been moved away.
 */
@Component
public class SftpClaims implements IdempotentRepository {

  private static final Logger LOG = LoggerFactory.getLogger(SftpClaims.class);

  private final DropLeases leases;
  private final SftpDoor door;

  SftpClaims(DropLeases leases, SftpDoor door) {
    this.leases = leases;
    this.door = door;
  }

  /** Claims the file for this replica; false if another one holds it. */
  @Override
  public boolean add(String path) {
    return door.ruleOf(path).map(rule -> leases.claim(dropAt(path), rule.owner())).orElse(false);
  }

  /** Whether this replica still holds the file, to be asked before it is moved away. */
  boolean isStillHeld(String path) {
    return leases.isStillHeld(dropAt(path));
  }

  /** Always false without asking the database, because {@link #add} decides. */
  @Override
  public boolean contains(String path) {
    return false;
  }

  /** Gives the claim up. If the database cannot be reached, the lease runs out by itself. */
  @Override
  public boolean remove(String path) {
    try {
      leases.release(dropAt(path));
    } catch (RuntimeException failure) {
      LOG.debug("The claim of {} is left to run out", path, failure);
    }
    return true;
  }

  @Override
  public boolean confirm(String path) {
    return true;
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException("claims are given up one by one");
  }

  @Override
  public void start() {
    // Nothing to start.
  }

  @Override
  public void stop() {
    // Nothing to stop.
  }

  private Drop dropAt(String path) {
    return new Drop(Origin.SFTP, door.refOf(path), "");
  }
}
