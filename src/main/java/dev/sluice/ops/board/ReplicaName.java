package dev.sluice.ops.board;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** Tells this replica from others: by its machine and, as one may run several, its process. */
@Component
class ReplicaName {

  private final String name = host() + "-" + ProcessHandle.current().pid();

  String name() {
    return name;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "replica";
    }
  }
}
