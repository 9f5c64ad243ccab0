package dev.sluice.embedded;

/** One server that runs until it is closed. */
interface EmbeddedServer extends AutoCloseable {

  /** Stops in order; whatever was acknowledged to a client stays stored. */
  @Override
  void close() throws Exception;
}
