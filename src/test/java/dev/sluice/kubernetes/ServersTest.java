package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kafka and PostgreSQL have room for all replicas that there may be. */
class ServersTest {

  private static final int CONNECTIONS_OF_THE_OPERATOR = 20;

  private final ApplicationKeys keys = new ApplicationKeys();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SMALL")
  void eachTopicOfSluiceIsThereAndOnMoreThanOneNode(Overlay overlay) {
    int nodes = overlay.ofKind("KafkaNodePool").mapToInt(p -> p.at("/spec/replicas").asInt()).sum();
    JsonNode kafka = overlay.named("Kafka", "kafka").at("/spec/kafka/config");

    assertThat(nodes).isEqualTo(3);
    assertThat(kafka.path("min.insync.replicas").asInt()).isEqualTo(2);
    assertThat(kafka.path("default.replication.factor").asInt()).isEqualTo(3);
    assertThat(overlay.ofKind("KafkaTopic").map(topic -> topic.at("/metadata/name").asText()))
        .containsExactlyInAnyOrderElementsOf(keys.topics());
    assertThat(overlay.ofKind("KafkaTopic"))
        .allSatisfy(
            topic -> {
              assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
              assertThat(topic.at("/spec/config/min.insync.replicas").asInt()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SMALL")
  void noConsumerOfATopicIsWithoutAPartition(Overlay overlay) {
    Deployment workers = deployment(overlay, "workers");
    Map<String, String> variables = overlay.environment(workers);
    int consumers =
        overlay.maxReplicas(workers) * Integer.parseInt(variables.get("SLUICE_WORK_CONSUMERS"));

    assertThat(overlay.ofKind("KafkaTopic"))
        .allSatisfy(
            topic -> {
              boolean isOfParts = topic.at("/metadata/name").asText().endsWith(".parts");
              assertThat(topic.at("/spec/partitions").asInt())
                  .isGreaterThanOrEqualTo(isOfParts ? 2 * consumers : consumers)
                  .isGreaterThanOrEqualTo(
                      Integer.parseInt(variables.get("SLUICE_KAFKA_PARTITIONS")));
            });
    assertThat(variables).containsEntry("SLUICE_KAFKA_CREATE_TOPICS", "false");
  }

  @ParameterizedTest
  @EnumSource(names = {"LARGE", "MULTI_ZONE"})
  void workersScaleByTopicsAndByAGroupThatExist(Overlay overlay) {
    assertThat(overlay.named("ScaledObject", "workers").at("/spec/triggers"))
        .filteredOn(trigger -> trigger.path("type").asText().equals("kafka"))
        .hasSize(4)
        .allSatisfy(
            trigger -> {
              assertThat(keys.topics()).contains(trigger.at("/metadata/topic").asText());
              assertThat(trigger.at("/metadata/consumerGroup").asText())
                  .isEqualTo(keys.value("sluice.kafka.group"));
            });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SMALL")
  void aPoolerTakesAllConnectionsOfSluiceAndPostgresAllOfThePooler(Overlay overlay) {
    int replicas = overlay.all(Deployment.class).stream().mapToInt(overlay::maxReplicas).sum();
    int pool =
        Integer.parseInt(
            keys.value("spring.datasource.hikari.maximum-pool-size").replaceAll("\\D", ""));
    int connections =
        overlay
            .named("Cluster", "postgres")
            .at("/spec/postgresql/parameters/max_connections")
            .asInt();

    assertThat(overlay.ofKind("Pooler").map(pooler -> pooler.at("/spec/type").asText()))
        .containsExactlyInAnyOrder("rw", "ro");
    assertThat(overlay.ofKind("Pooler"))
        .allSatisfy(
            pooler -> {
              assertThat(pooler.at("/spec/pgbouncer/poolMode").asText()).isEqualTo("transaction");
              assertThat(instancesTimes(pooler, "max_client_conn"))
                  .isGreaterThanOrEqualTo(replicas * pool);
              assertThat(instancesTimes(pooler, "default_pool_size"))
                  .isLessThanOrEqualTo(connections - CONNECTIONS_OF_THE_OPERATOR);
            });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SMALL")
  void resultsAreReadThroughThePoolerOfTheStandbys(Overlay overlay) {
    JsonNode pooler = overlay.named("Pooler", "postgres-pooler-ro");

    assertThat(pooler.at("/spec/type").asText()).isEqualTo("ro");
    assertThat(overlay.environment(deployment(overlay, "doors")).get("SLUICE_JDBC_READ_URL"))
        .contains("//postgres-pooler-ro:");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SMALL")
  void theRoleHasTheStatementTimeoutAndAMigrationHasNone(Overlay overlay) {
    Map<String, String> variables = overlay.environment(deployment(overlay, "doors"));

    assertThat(overlay.named("Cluster", "postgres").at("/spec/bootstrap/initdb/postInitSQL"))
        .anyMatch(sql -> sql.asText().contains("SET statement_timeout"));
    assertThat(variables).containsEntry("SLUICE_JDBC_OPTIONS", "");
    assertThat(variables.get("SLUICE_JDBC_URL")).contains("//postgres-pooler:");
    assertThat(variables.get("SLUICE_JDBC_MIGRATION_URL"))
        .contains("//postgres-rw:")
        .contains("statement_timeout=0");
  }

  private static int instancesTimes(JsonNode pooler, String parameter) {
    return pooler.at("/spec/instances").asInt()
        * pooler.at("/spec/pgbouncer/parameters/" + parameter).asInt();
  }

  private static Deployment deployment(Overlay overlay, String name) {
    return overlay.all(Deployment.class).stream()
        .filter(deployment -> deployment.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
