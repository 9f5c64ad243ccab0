package dev.sluice.web.access;

import java.util.Optional;

/**
 * Knows the owners of one kind of links that need no key, because they hold a secret themselves.
 */
public interface LinkOwners {

  /** The owner of the link with this path; empty if this kind has no such link. */
  Optional<String> ownerOf(String path);
}
