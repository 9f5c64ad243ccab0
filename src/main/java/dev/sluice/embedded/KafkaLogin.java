package dev.sluice.embedded;

import java.util.Locale;
import java.util.Map;

/** The login that an embedded Kafka asks of its clients and, as their client, of itself. */
record KafkaLogin(String password) {

  private static final String USER = "sluice";
  private static final String PROTOCOL = "SASL_PLAINTEXT";
  private static final String MECHANISM = "PLAIN";

  /** The properties of a client. */
  Map<String, String> clientProperties() {
    return Map.of(
        "security.protocol", PROTOCOL,
        "sasl.mechanism", MECHANISM,
        "sasl.jaas.config", login("") + ";");
  }

  /** The settings of a server whose listeners have these names, the clients' first. */
  Map<String, String> serverSettings(String clients, String controller) {
    String users = login(" user_" + USER + "=\"" + password + "\"") + ";";
    return Map.of(
        "listener.security.protocol.map",
        clients + ":" + PROTOCOL + "," + controller + ":" + PROTOCOL,
        "sasl.enabled.mechanisms",
        MECHANISM,
        "sasl.mechanism.inter.broker.protocol",
        MECHANISM,
        "sasl.mechanism.controller.protocol",
        MECHANISM,
        "listener.name." + clients.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config",
        users,
        "listener.name." + controller.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config",
        users);
  }

  private String login(String further) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s"
        .formatted(USER, password, further);
  }

  /** Says nothing, so that no log ever shows the password. */
  @Override
  public String toString() {
    return "KafkaLogin[..]";
  }
}
