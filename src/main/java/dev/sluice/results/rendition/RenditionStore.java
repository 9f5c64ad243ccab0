package dev.sluice.results.rendition;

import java.util.Optional;

/** Keeps renditions, and failures to make them. */
interface RenditionStore {

  /** What is kept; a failure is forgotten after a while. */
  Optional<Rendition> find(RenditionKey key);

  /** Keeps it for later callers. */
  void keep(RenditionKey key, Rendition rendition);
}
