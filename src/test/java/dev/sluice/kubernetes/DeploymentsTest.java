package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** What holds for doors and workers, whatever the overlay. */
class DeploymentsTest {

  private static final Pattern MAX_HEAP = Pattern.compile("-Xmx(\\d+)m\\b");

  /** Most of what the JVM itself needs beside its heap: threads, code, classes, buffers. */
  private static final long OUTSIDE_HEAP = DataSize.ofGigabytes(1).toBytes();

  private static final List<String> RECOMMENDED_LABELS =
      List.of("name", "component", "version", "part-of", "managed-by");

  @ParameterizedTest
  @EnumSource
  void doorsOnlyTakeInAndWorkersOnlyWork(Overlay overlay) {
    assertThat(overlay.all(Deployment.class))
        .extracting(deployment -> deployment.getMetadata().getName())
        .containsExactlyInAnyOrder("doors", "workers");
    forEach(
        overlay,
        (deployment, pod) -> {
          boolean isDoors = deployment.getMetadata().getName().equals("doors");
          Map<String, String> variables = overlay.environment(deployment);
          assertThat(variables.get("SLUICE_WORK_ENABLED")).isEqualTo(isDoors ? "false" : null);
          assertThat(variables.get("SLUICE_INTAKE_ENABLED")).isEqualTo(isDoors ? null : "false");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aContainerCanDoNothingThatItDoesNotNeed(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) -> {
          assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
          assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(1001);
          assertThat(pod.getSecurityContext().getSeccompProfile().getType())
              .isEqualTo("RuntimeDefault");
          assertThat(pod.getAutomountServiceAccountToken()).isFalse();
          assertThat(pod.getEnableServiceLinks()).isFalse();
          assertThat(pod.getContainers())
              .allSatisfy(
                  container -> {
                    var context = container.getSecurityContext();
                    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
                    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                    assertThat(context.getPrivileged()).isNull();
                    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                    assertThat(context.getCapabilities().getAdd()).isEmpty();
                  });
          assertThat(overlay.all(ServiceAccount.class))
              .filteredOn(a -> a.getMetadata().getName().equals(pod.getServiceAccountName()))
              .singleElement()
              .satisfies(
                  account -> assertThat(account.getAutomountServiceAccountToken()).isFalse());
        });
  }

  @ParameterizedTest
  @EnumSource
  void aContainerHasRequestsAndLimitsOfAllThatItUses(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) ->
            assertThat(pod.getContainers())
                .allSatisfy(
                    container -> {
                      var resources = container.getResources();
                      assertThat(resources.getRequests())
                          .containsKeys("cpu", "memory", "ephemeral-storage");
                      resources
                          .getRequests()
                          .forEach(
                              (name, request) ->
                                  assertThat(bytes(request))
                                      .as(name)
                                      .isLessThanOrEqualTo(bytes(resources.getLimits().get(name))));
                    }));
  }

  @ParameterizedTest
  @EnumSource
  void theHeapAndTheParsersFitIntoTheMemoryLimit(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) -> {
          Map<String, String> variables = overlay.environment(deployment);
          Matcher heap = MAX_HEAP.matcher(variables.get("JAVA_TOOL_OPTIONS"));
          assertThat(heap.find()).as("a heap of fixed size").isTrue();
          long forks = Long.parseLong(variables.get("SLUICE_PARSER_FORKS"));
          long fork = DataSize.parse(variables.get("SLUICE_PARSER_HEAP")).toBytes() * 3 / 2;

          assertThat(
                  DataSize.ofMegabytes(Long.parseLong(heap.group(1))).toBytes()
                      + OUTSIDE_HEAP
                      + forks * fork)
              .isLessThanOrEqualTo(limit(pod, "memory"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenToDiskFitsIntoItsVolumeAndTheVolumesIntoTheLimit(Overlay overlay) {
    ApplicationKeys keys = new ApplicationKeys();
    forEach(
        overlay,
        (deployment, pod) -> {
          Map<String, String> variables = overlay.environment(deployment);
          Container container = pod.getContainers().get(0);
          assertThat(container.getVolumeMounts())
              .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
              .extracting(mount -> mount.getMountPath())
              .containsExactlyInAnyOrder(variables.get("SLUICE_DATA_DIR"), "/tmp");
          long volumes =
              pod.getVolumes().stream()
                  .filter(volume -> volume.getEmptyDir() != null)
                  .mapToLong(DeploymentsTest::size)
                  .sum();
          long spool = DataSize.parse(variables.get("SLUICE_ADMISSION_BYTES")).toBytes();
          long kept =
              keys.size("sluice.originals.keep-bytes")
                  + keys.size("sluice.recent-originals.keep-bytes");

          assertThat(volumes).isLessThanOrEqualTo(limit(pod, "ephemeral-storage"));
          assertThat(pod.getVolumes())
              .filteredOn(volume -> volume.getName().equals("data"))
              .allSatisfy(data -> assertThat(spool + kept).isLessThanOrEqualTo(size(data)));
        });
  }

  @ParameterizedTest
  @EnumSource
  void eachProbeAsksThePathThatIsMeantForIt(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) ->
            assertThat(pod.getContainers())
                .allSatisfy(
                    container -> {
                      assertThatItAsks(container, container.getStartupProbe(), "/health/liveness");
                      assertThatItAsks(container, container.getLivenessProbe(), "/health/liveness");
                      assertThatItAsks(
                          container, container.getReadinessProbe(), "/health/readiness");
                    }));
  }

  @ParameterizedTest
  @EnumSource
  void aStopHasTheTimeThatSluiceTakesForIt(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) -> {
          long preStop =
              pod.getContainers().get(0).getLifecycle().getPreStop().getSleep().getSeconds();
          long stopWithin =
              DurationStyle.detectAndParse(
                      overlay.environment(deployment).get("SLUICE_WORK_STOP_WITHIN"))
                  .toSeconds();
          assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(preStop + stopWithin + 15);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRolloutTakesNobodyAwayBeforeAnotherIsReady(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) -> {
          var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
          assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
          assertThat(rolling.getMaxSurge().getIntVal()).isPositive();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDrainedNodeLeavesEnoughReplicas(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) -> {
          Map<String, String> labels = podLabels(deployment);
          assertThat(overlay.all(PodDisruptionBudget.class))
              .filteredOn(
                  budget ->
                      labels
                          .entrySet()
                          .containsAll(budget.getSpec().getSelector().getMatchLabels().entrySet()))
              .singleElement()
              .satisfies(
                  budget -> {
                    boolean few = overlay.maxReplicas(deployment) <= 3;
                    var max = budget.getSpec().getMaxUnavailable();
                    var min = budget.getSpec().getMinAvailable();
                    assertThat(max == null ? null : max.getIntVal()).isEqualTo(few ? 1 : null);
                    assertThat(min == null ? null : min.getIntVal()).isEqualTo(few ? null : 2);
                  });
        });
  }

  @ParameterizedTest
  @EnumSource
  void replicasAreSpreadOverNodesAndZones(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) -> {
          assertThat(pod.getTopologySpreadConstraints())
              .singleElement()
              .satisfies(
                  zones -> {
                    assertThat(zones.getTopologyKey()).isEqualTo("topology.kubernetes.io/zone");
                    assertThat(zones.getWhenUnsatisfiable())
                        .isEqualTo(
                            overlay == Overlay.MULTI_ZONE ? "DoNotSchedule" : "ScheduleAnyway");
                    assertThat(podLabels(deployment).entrySet())
                        .containsAll(zones.getLabelSelector().getMatchLabels().entrySet());
                  });
          assertThat(
                  pod.getAffinity()
                      .getPodAntiAffinity()
                      .getPreferredDuringSchedulingIgnoredDuringExecution())
              .singleElement()
              .satisfies(
                  nodes ->
                      assertThat(nodes.getPodAffinityTerm().getTopologyKey())
                          .isEqualTo("kubernetes.io/hostname"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void imageAndLabelsAgree(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) -> {
          String image = pod.getContainers().get(0).getImage();
          assertThat(podLabels(deployment).get("app.kubernetes.io/version"))
              .isEqualTo(image.substring(image.lastIndexOf(':') + 1))
              .isEqualTo(versionOfTheBuild());
          assertThat(podLabels(deployment).get("app.kubernetes.io/component"))
              .isEqualTo(deployment.getMetadata().getName());
          assertThat(List.of(deployment.getMetadata().getLabels(), podLabels(deployment)))
              .allSatisfy(
                  labels ->
                      assertThat(RECOMMENDED_LABELS)
                          .allMatch(label -> labels.containsKey("app.kubernetes.io/" + label)));
          assertThat(podLabels(deployment).entrySet())
              .containsAll(deployment.getSpec().getSelector().getMatchLabels().entrySet());
        });
  }

  private static String versionOfTheBuild() {
    try {
      return Files.readString(Path.of("pom.xml"))
          .replaceFirst("(?s).*?<artifactId>sluice</artifactId>\\s*<version>(.*?)<.*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void clientsReachTheDoorsAndNoWorker(Overlay overlay) {
    assertThat(overlay.all(Service.class))
        .filteredOn(service -> service.getMetadata().getName().equals("doors"))
        .singleElement()
        .satisfies(
            service -> {
              Map<String, String> selector = service.getSpec().getSelector();
              forEach(
                  overlay,
                  (deployment, pod) ->
                      assertThat(podLabels(deployment).entrySet().containsAll(selector.entrySet()))
                          .isEqualTo(deployment.getMetadata().getName().equals("doors")));
            });
  }

  @ParameterizedTest
  @EnumSource
  void nothingScalesADeploymentThatSomethingElseScales(Overlay overlay) {
    forEach(
        overlay,
        (deployment, pod) ->
            assertThat(
                    overlay.manifests().stream()
                        .filter(
                            manifest ->
                                manifest
                                    .at("/spec/scaleTargetRef/name")
                                    .asText()
                                    .equals(deployment.getMetadata().getName()))
                        .count())
                .isEqualTo(deployment.getSpec().getReplicas() == null ? 1 : 0));
  }

  private static void forEach(Overlay overlay, BiConsumer<Deployment, PodSpec> rule) {
    assertThat(overlay.all(Deployment.class))
        .isNotEmpty()
        .allSatisfy(
            deployment -> rule.accept(deployment, deployment.getSpec().getTemplate().getSpec()));
  }

  private static void assertThatItAsks(Container container, Probe probe, String path) {
    assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
    assertThat(container.getPorts())
        .filteredOn(port -> port.getName().equals(probe.getHttpGet().getPort().getStrVal()))
        .singleElement()
        .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(8081));
  }

  private static Map<String, String> podLabels(Deployment deployment) {
    return deployment.getSpec().getTemplate().getMetadata().getLabels();
  }

  private static long limit(PodSpec pod, String resource) {
    return bytes(pod.getContainers().get(0).getResources().getLimits().get(resource));
  }

  private static long size(Volume volume) {
    return bytes(volume.getEmptyDir().getSizeLimit());
  }

  private static long bytes(Quantity quantity) {
    return Quantity.getAmountInBytes(quantity).longValueExact();
  }
}
