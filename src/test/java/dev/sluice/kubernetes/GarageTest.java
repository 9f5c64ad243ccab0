package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The object store inside the cluster. */
class GarageTest {

  private static final Pattern KEY = Pattern.compile("^([a-z0-9_]+) = (\\S+)", Pattern.MULTILINE);

  private final Overlay overlay = Overlay.WITH_OPTIONS;
  private final StatefulSet garage = overlay.all(StatefulSet.class).get(0);
  private final PodSpec pod = garage.getSpec().getTemplate().getSpec();
  private final Container container = pod.getContainers().get(0);
  private final String settings =
      overlay.all(ConfigMap.class).stream()
          .map(ConfigMap::getData)
          .filter(data -> data.containsKey("garage.toml"))
          .findFirst()
          .orElseThrow()
          .get("garage.toml");

  @Test
  void sluiceReachesItByANameAPortAndARegionThatThereAre() {
    assertThat(overlay.all(Deployment.class))
        .hasSize(2)
        .allSatisfy(
            deployment -> {
              Map<String, String> variables = overlay.environment(deployment);
              URI endpoint = URI.create(variables.get("SLUICE_S3_ENDPOINT"));
              assertThat(service(endpoint.getHost()).getSpec().getPorts())
                  .singleElement()
                  .satisfies(port -> assertThat(port.getPort()).isEqualTo(endpoint.getPort()));
              assertThat(values("api_bind_addr")).contains("\"[::]:" + endpoint.getPort() + "\"");
              assertThat(values("s3_region"))
                  .containsExactly("\"" + variables.get("SLUICE_S3_REGION") + "\"");
              assertThat(variables).containsEntry("SLUICE_S3_PATH_STYLE", "true");
            });
  }

  @Test
  void eachPortIsOneThatItsSettingsOpen() {
    List<String> bound = new ArrayList<>(values("api_bind_addr"));
    bound.addAll(values("rpc_bind_addr"));

    assertThat(container.getPorts())
        .extracting(ContainerPort::getContainerPort)
        .map(port -> "\"[::]:" + port + "\"")
        .containsExactlyInAnyOrderElementsOf(bound);
    assertThat(List.of(service("garage"), service(garage.getSpec().getServiceName())))
        .flatExtracting(service -> service.getSpec().getPorts())
        .extracting(port -> port.getTargetPort().getStrVal())
        .isSubsetOf(container.getPorts().stream().map(ContainerPort::getName).toList());
  }

  @Test
  void itHasANodeForEachCopyAndOneMayBeAway() {
    assertThat(values("replication_factor")).containsExactly("3");
    assertThat(garage.getSpec().getReplicas()).isEqualTo(3);
    assertThat(overlay.all(PodDisruptionBudget.class))
        .filteredOn(budget -> budget.getSpec().getSelector().getMatchLabels().equals(labels()))
        .singleElement()
        .satisfies(
            budget -> assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1));
    assertThat(
            pod.getAffinity()
                .getPodAntiAffinity()
                .getRequiredDuringSchedulingIgnoredDuringExecution())
        .singleElement()
        .satisfies(
            term -> assertThat(term.getLabelSelector().getMatchLabels()).isEqualTo(labels()));
  }

  @Test
  void whatItStoresIsOnVolumesAndOnDiskBeforeItIsPromised() {
    assertThat(values("metadata_fsync")).containsExactly("true");
    assertThat(values("data_fsync")).containsExactly("true");
    assertThat(garage.getSpec().getVolumeClaimTemplates())
        .extracting(claim -> claim.getMetadata().getName())
        .containsExactlyInAnyOrder("meta", "data");
    assertThat(container.getVolumeMounts())
        .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
        .extracting(VolumeMount::getMountPath)
        .map(path -> "\"" + path + "\"")
        .containsExactlyInAnyOrder(values("metadata_dir").get(0), values("data_dir").get(0));
  }

  @Test
  void itCanDoNothingThatItDoesNotNeed() {
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getEnableServiceLinks()).isFalse();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getImage()).matches(".*:v\\d+\\.\\d+\\.\\d+");
    var resources = container.getResources();
    assertThat(resources.getRequests()).containsKeys("cpu", "memory", "ephemeral-storage");
    resources
        .getRequests()
        .forEach(
            (name, request) ->
                assertThat(Quantity.getAmountInBytes(request))
                    .as(name)
                    .isLessThanOrEqualTo(
                        Quantity.getAmountInBytes(resources.getLimits().get(name))));
  }

  @Test
  void itsSecretIsASecretOfKubernetes() {
    assertThat(settings).doesNotContain("rpc_secret", "admin_token");
    assertThat(container.getEnv())
        .allSatisfy(variable -> assertThat(variable.getValue()).isNull())
        .extracting(EnvVar::getName)
        .containsExactly("GARAGE_RPC_SECRET");
  }

  private Map<String, String> labels() {
    return garage.getSpec().getTemplate().getMetadata().getLabels();
  }

  private Service service(String name) {
    return overlay.all(Service.class).stream()
        .filter(service -> service.getMetadata().getName().equals(name))
        .filter(service -> service.getSpec().getSelector().equals(labels()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> values(String key) {
    return KEY.matcher(settings)
        .results()
        .filter(found -> found.group(1).equals(key))
        .map((MatchResult found) -> found.group(2))
        .toList();
  }
}
