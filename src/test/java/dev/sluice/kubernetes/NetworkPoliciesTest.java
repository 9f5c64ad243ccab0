package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policies close everything, and open it for pods that are there. */
class NetworkPoliciesTest {

  @ParameterizedTest
  @EnumSource
  void whatNoPolicyAllowsIsDenied(Overlay overlay) {
    assertThat(overlay.all(NetworkPolicy.class))
        .filteredOn(
            policy ->
                isOfAllPods(policy.getSpec().getPodSelector())
                    && policy.getSpec().getIngress().isEmpty()
                    && policy.getSpec().getEgress().isEmpty())
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy.getSpec().getPolicyTypes())
                    .containsExactlyInAnyOrder("Ingress", "Egress"));
  }

  @ParameterizedTest
  @EnumSource
  void whatAPolicySelectsExists(Overlay overlay) {
    List<Map<String, String>> pods = pods(overlay);

    assertThat(overlay.all(NetworkPolicy.class))
        .allSatisfy(
            policy ->
                assertThat(selectors(policy))
                    .allMatch(
                        selector -> pods.stream().anyMatch(pod -> selects(selector, pod)),
                        "selects a pod of this overlay"));
  }

  @ParameterizedTest
  @EnumSource
  void aRuleSaysWhoOrWhichPort(Overlay overlay) {
    assertThat(overlay.all(NetworkPolicy.class))
        .allSatisfy(
            policy -> {
              assertThat(policy.getSpec().getIngress())
                  .noneMatch(rule -> rule.getFrom().isEmpty() || rule.getPorts().isEmpty());
              assertThat(policy.getSpec().getEgress())
                  .noneMatch(rule -> rule.getTo().isEmpty() && rule.getPorts().isEmpty());
            });
  }

  @ParameterizedTest
  @EnumSource
  void onlyDoorsReachAnSftpServer(Overlay overlay) {
    assertThat(overlay.all(NetworkPolicy.class))
        .filteredOn(
            policy ->
                policy.getSpec().getEgress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .anyMatch(port -> Integer.valueOf(22).equals(port.getPort().getIntVal())))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                    .containsEntry("app.kubernetes.io/component", "doors"));
  }

  /** The policy's own, and those of its peers in the same namespace. */
  private static List<LabelSelector> selectors(NetworkPolicy policy) {
    Stream<NetworkPolicyPeer> peers =
        Stream.concat(
            policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
            policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
    return Stream.concat(
            Stream.of(policy.getSpec().getPodSelector()),
            peers
                .filter(peer -> peer.getNamespaceSelector() == null && peer.getIpBlock() == null)
                .map(NetworkPolicyPeer::getPodSelector))
        .toList();
  }

  /**
   * Labels of the pods that Deployments and StatefulSets make, and of those that operators make.
   */
  private static List<Map<String, String>> pods(Overlay overlay) {
    List<Map<String, String>> pods = new ArrayList<>();
    overlay
        .all(Deployment.class)
        .forEach(
            deployment -> pods.add(deployment.getSpec().getTemplate().getMetadata().getLabels()));
    overlay
        .all(StatefulSet.class)
        .forEach(set -> pods.add(set.getSpec().getTemplate().getMetadata().getLabels()));
    overlay
        .ofKind("Kafka")
        .forEach(
            kafka ->
                pods.add(
                    Map.of(
                        "strimzi.io/cluster",
                        kafka.at("/metadata/name").asText(),
                        "strimzi.io/kind",
                        "Kafka")));
    overlay
        .ofKind("Cluster")
        .forEach(
            cluster -> pods.add(Map.of("cnpg.io/cluster", cluster.at("/metadata/name").asText())));
    return pods;
  }

  private static boolean selects(LabelSelector selector, Map<String, String> pod) {
    assertThat(selector.getMatchExpressions())
        .as("expressions, which this does not know")
        .isEmpty();
    return isOfAllPods(selector)
        || pod.entrySet().containsAll(selector.getMatchLabels().entrySet());
  }

  private static boolean isOfAllPods(LabelSelector selector) {
    return selector.getMatchLabels() == null || selector.getMatchLabels().isEmpty();
  }
}
