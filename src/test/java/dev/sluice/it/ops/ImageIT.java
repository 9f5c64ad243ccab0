package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image, built and run as the manifests run it, beside the servers of this process. */
@Tag("proof")
class ImageIT {

  private static final Path SCRIPT = Path.of("kustomize", "image", "build");
  private static final Path IMAGE = Path.of("target", "image", "sluice.oci.tar");

  /** A filter as most clusters have it: no namespaces and no mounts for a user. */
  private static final Path NO_NAMESPACES =
      Path.of("src", "test", "resources", "image", "no-namespaces.json").toAbsolutePath();

  @TempDir Path folder;
  private Path configuration;

  /** Podman's own limits are more than it may set inside another container. */
  @BeforeEach
  void configurePodman() throws IOException {
    configuration = Files.writeString(folder.resolve("c.conf"), "[containers]\ndefault_ulimits=[]");
  }

  @Test
  void twoBuildsAreOneImageWithoutAShellThatReadsPdfsInItsCage() throws Exception {
    for (String tool : List.of("buildah", "podman", "runc")) {
      assumeTrue(isThere(tool), tool + " is not installed");
    }
    // Given
    String digest = lines(run(SCRIPT.toString())).get(0);
    assertThat(lines(run(SCRIPT.toString())).get(0)).startsWith("sha256:").isEqualTo(digest);
    try (Stream<Path> files = Files.walk(Path.of("target", "image", "root"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .doesNotContain("sh", "bash", "dash", "busybox", "perl", "apt", "dpkg")
          .contains("setpriv", "prlimit", "bwrap", "copyright");
    }
    String image =
        run(podman("load", "--quiet", "--input", IMAGE.toString())).strip().replaceAll(".* ", "");

    // When, then
    assertThat(readsPdfs(image, List.of()))
        .as("where users may make namespaces")
        .contains("no-network", "read-only-files", "no-programs", "no-privileges");
    assertThat(readsPdfs(image, List.of("--security-opt", "seccomp=" + NO_NAMESPACES)))
        .as("where they may not, as in most clusters")
        .containsExactly("no-privileges", "limited-resources");
  }

  /** Runs the image, has it read a PDF, and tells how its parsers are restricted. */
  private List<String> readsPdfs(String image, List<String> options) throws Exception {
    Path data = Files.createDirectories(Files.createTempDirectory(folder, "run").resolve("data"));
    run("chown", "1001:1001", data.toString());
    try (ProductionSluice sluice = new ProductionSluice(data.getParent())) {
      sluice.startBy(
          asTheManifestsDo(sluice, data, image, options), Map.of("SLUICE_DATA_DIR", "/data"));
      sluice.awaitServing();
      String id = sluice.api().upload(Pdfs.withText("through the image")).text("id");
      assertThat(sluice.api().awaitEnd(id).path("state").asText()).isEqualTo("completed");
      assertThat(sluice.api().get("/api/v1/documents/" + id + "/thumbnail?size=150").status())
          .isEqualTo(200);
      List<String> restrictions = restrictions(sluice);
      sluice.terminate();
      assertThat(sluice.awaitExit(Duration.ofMinutes(1))).isEqualTo(143);
      return restrictions;
    } finally {
      run(podman("rm", "--all", "--force"));
    }
  }

  private List<String> asTheManifestsDo(
      ProductionSluice sluice, Path data, String image, List<String> options) {
    List<String> command = new ArrayList<>(List.of(podman("run", "--rm", "--network", "host")));
    command.addAll(List.of("--read-only", "--read-only-tmpfs=false", "--tmpfs", "/tmp"));
    command.addAll(List.of("--user", "1001:1001", "--cap-drop", "all"));
    command.addAll(List.of("--security-opt", "no-new-privileges", "--memory", "2g"));
    command.addAll(List.of("--ulimit", "host", "--volume", data + ":/data"));
    sluice.settings().forEach(name -> command.addAll(List.of("--env", name)));
    command.addAll(options);
    command.add(image);
    return command;
  }

  private String[] podman(String... arguments) {
    Path home = Path.of("target", "image", "podman").toAbsolutePath();
    List<String> command = new ArrayList<>(List.of("env", "CONTAINERS_CONF=" + configuration));
    command.addAll(List.of("podman", "--root", home.toString()));
    command.addAll(List.of("--runroot", home + ".run", "--storage-driver", "vfs"));
    command.addAll(List.of("--runtime", "runc", "--cgroup-manager", "cgroupfs"));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }

  private static List<String> restrictions(ProductionSluice sluice) throws IOException {
    String health = OpsLogin.get(sluice, "/health").body();
    List<String> labels = new ArrayList<>();
    new ObjectMapper()
        .readTree(health)
        .findPath("restrictions")
        .forEach(label -> labels.add(label.asText()));
    return labels;
  }

  private static boolean isThere(String tool) {
    return Stream.of("/usr/bin", "/usr/sbin").anyMatch(f -> Files.exists(Path.of(f, tool)));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return said;
  }
}
