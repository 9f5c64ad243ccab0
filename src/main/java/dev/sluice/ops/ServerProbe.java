package dev.sluice.ops;

/** Asks a server whether it is there. */
interface ServerProbe extends AutoCloseable {

  /** Which one it asks. */
  WatchedServer server();

  /** Returns if it answers; may wait for longer than its answer is waited for. */
  void ask() throws Exception;

  @Override
  void close();
}
