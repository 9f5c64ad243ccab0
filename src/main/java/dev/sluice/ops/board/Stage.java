package dev.sluice.ops.board;

import java.util.List;
import java.util.Locale;

/** A stage of the flow, with the routes that documents pass through in it. */
enum Stage {
  HTTP(List.of("upload-document", "upload-documents", "complete-upload")),
  S3(List.of("take-object")),
  SFTP(List.of("take-sftp-files")),
  RECEIVE(List.of("enter-ledger")),
  QUEUE(List.of("publish-ticket")),
  WORK(List.of("do-assignment")),
  STORE(List.of("store-results")),
  NOTIFY(List.of("send-delivery"));

  private final List<String> routes;

  Stage(List<String> routes) {
    this.routes = routes;
  }

  List<String> routes() {
    return routes;
  }

  /** The name in the API. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The metric that counts what passes, as Prometheus asks for it. */
  String metric() {
    return "camel_exchanges_total{routeId=~\"" + String.join("|", routes) + "\"}";
  }
}
