package dev.sluice.web.access;

import java.util.Optional;

/** Knows the owners of links that need no key, because they hold a secret themselves. */
public interface LinkOwners {

  /** The owner of the link with this path; empty if it leads nowhere. */
  Optional<String> ownerOf(String path);
}
