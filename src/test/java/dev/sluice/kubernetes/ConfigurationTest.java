package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.work.queue.KafkaSettings;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Each variable of a pod sets something that Sluice reads. */
class ConfigurationTest {

  private static final Set<String> OF_THE_JVM_AND_SPRING =
      Set.of("JAVA_TOOL_OPTIONS", "SPRING_PROFILES_ACTIVE");

  private static final String KAFKA_PROPERTY = "SLUICE_KAFKA_PROPERTIES_";

  @ParameterizedTest
  @EnumSource
  void eachVariableIsAKeyOfApplicationYaml(Overlay overlay) {
    Set<String> known = new ApplicationKeys().variables();
    known.addAll(OF_THE_JVM_AND_SPRING);

    assertThat(overlay.all(Deployment.class))
        .isNotEmpty()
        .allSatisfy(
            deployment ->
                assertThat(variables(overlay, deployment))
                    .hasSizeGreaterThan(10)
                    .filteredOn(name -> !name.startsWith(KAFKA_PROPERTY))
                    .allMatch(known::contains, "is a key of application.yaml"));
  }

  @ParameterizedTest
  @EnumSource
  void eachKafkaPropertyIsOneThatKafkaClientsKnow(Overlay overlay) {
    assertThat(overlay.all(Deployment.class))
        .flatMap(deployment -> variables(overlay, deployment))
        .filteredOn(name -> name.startsWith(KAFKA_PROPERTY))
        .isNotEmpty()
        .allMatch(
            name -> AdminClientConfig.configNames().contains(kafkaProperty(name)),
            "is a property of Kafka's clients");
  }

  @Test
  void aVariableOfKafkaPropertiesSetsTheClientPropertyThatItNames() {
    Map<String, Object> variables =
        new HashMap<>(
            Map.of(
                "SLUICE_KAFKA_BROKERS", "kafka:9093",
                "SLUICE_KAFKA_PARTITIONS", "1",
                "SLUICE_KAFKA_REPLICATION", "1",
                "SLUICE_KAFKA_GROUP", "sluice",
                "SLUICE_KAFKA_PROPERTIES_SSL_KEYSTORE_CERTIFICATE_CHAIN", "chain"));
    StandardEnvironment environment = new StandardEnvironment();
    String system = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(system, new SystemEnvironmentPropertySource(system, variables));
    ConfigurationPropertySources.attach(environment);

    assertThat(Binder.get(environment).bind("sluice.kafka", KafkaSettings.class).get().properties())
        .isEqualTo(Map.of("ssl.keystore.certificate.chain", "chain"));
  }

  @ParameterizedTest
  @EnumSource
  void noSecretIsWrittenDown(Overlay overlay) {
    assertThat(overlay.ofKind("Secret")).isEmpty();
    assertThat(overlay.all(Deployment.class))
        .allSatisfy(
            deployment ->
                assertThat(overlay.environment(deployment).keySet())
                    .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEY|JAAS_CONFIG)")));
  }

  @ParameterizedTest
  @EnumSource
  void allIsInTheNamespaceWhosePodsAreRestricted(Overlay overlay) {
    JsonNode namespace = overlay.named("Namespace", "sluice");
    assertThat(namespace.at("/metadata/labels/pod-security.kubernetes.io~1enforce").asText())
        .isEqualTo("restricted");
    assertThat(overlay.manifests())
        .filteredOn(manifest -> !manifest.equals(namespace))
        .allMatch(manifest -> manifest.at("/metadata/namespace").asText().equals("sluice"));
  }

  private static List<String> variables(Overlay overlay, Deployment deployment) {
    Set<String> names = new TreeSet<>(overlay.environment(deployment).keySet());
    deployment.getSpec().getTemplate().getSpec().getContainers().stream()
        .flatMap(container -> container.getEnv().stream())
        .map(EnvVar::getName)
        .forEach(names::add);
    return List.copyOf(names);
  }

  private static String kafkaProperty(String variable) {
    return Stream.of(variable.substring(KAFKA_PROPERTY.length()).split("_"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("."));
  }
}
