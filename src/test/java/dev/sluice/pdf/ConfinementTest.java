package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sluice.model.settings.ProcessUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a program that took a fork over can do at each level, tried from inside. Where nothing
 * confines it, each attempt succeeds.
 */
class ConfinementTest {

  private static final String DONE = "done";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** One that each level sees, and that starts without others. */
  private static final Path PROGRAM =
      Path.of(System.getProperty("java.home"), "lib", "jspawnhelper");

  private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

  private static final Path SHARED_MEMORY = Path.of("/dev/shm/sluice-" + UUID.randomUUID());

  @TempDir private static Path folder;
  private static final Map<Confinement, Intrusion> INTRUSIONS = new EnumMap<>(Confinement.class);

  @AfterAll
  static void end() throws IOException {
    INTRUSIONS.values().forEach(Intrusion::close);
    Files.deleteIfExists(SHARED_MEMORY);
  }

  @ParameterizedTest
  @EnumSource
  void itReachesNoServer(Confinement level) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      assertThatFails(
          level, SandboxRestriction.NO_NETWORK, "connect 127.0.0.1 " + server.getLocalPort());
    }
  }

  @ParameterizedTest
  @EnumSource
  void itReachesNoUnixSocket(Confinement level) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve(level + ".sock"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      assertThatFails(level, SandboxRestriction.NO_NETWORK, "knock " + address);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itWritesToNoFileButItsOwn(Confinement level) throws IOException {
    Path other = Files.writeString(folder.resolve(level + ".txt"), "as it was");
    SandboxRestriction readOnly = SandboxRestriction.READ_ONLY_FILES;

    assertThatFails(level, readOnly, "open " + other);
    assertThatFails(level, readOnly, "write " + SHARED_MEMORY);
    assertThatFails(level, readOnly, "open " + intrusion(level).room().document().resolve("it"));
    assertThat(attempt(level, "write its-own")).isEqualTo(DONE);
    assertThat(attempt(level, "write " + intrusion(level).room().fonts().resolve("cache")))
        .isEqualTo(DONE);
    assertThat(attempt(level, "read " + intrusion(level).room().document().resolve("it")))
        .isEqualTo(DONE);
  }

  @ParameterizedTest
  @EnumSource
  void itSetsNothingOfTheSystem(Confinement level) {
    assumeThat(ProcessUser.isRoot()).isTrue();
    assertThatFails(
        level, SandboxRestriction.READ_ONLY_FILES, "open /proc/sys/kernel/core_pattern");
  }

  @ParameterizedTest
  @EnumSource
  void itSeesNoFileButItsOwn(Confinement level) throws IOException {
    Path secret = Files.writeString(folder.resolve(level + ".properties"), "a secret");
    SandboxRestriction hidden = SandboxRestriction.HIDDEN_FILES;

    assertThatFails(level, hidden, "read " + secret);
    assertThatFails(level, hidden, "read /etc/passwd");
    if (restricts(level, hidden)) {
      assertThat(attempt(level, "list " + intrusion(level).room().own().getParent()))
          .isEqualTo("[" + level + ", fonts]");
      assertThat(attempt(level, "list /")).doesNotContain("before", "run", "sys", "var");
    }
  }

  @ParameterizedTest
  @EnumSource
  void itFindsNoProgramToStart(Confinement level) {
    assertThatFails(level, SandboxRestriction.NO_PROGRAMS, "run id");
    assertThatFails(level, SandboxRestriction.NO_PROGRAMS, "run /usr/bin/id");
  }

  @ParameterizedTest
  @EnumSource
  void itStartsNoProgramOfItsOwn(Confinement level) {
    SandboxRestriction own = SandboxRestriction.NO_OWN_PROGRAMS;
    assertThatFails(level, own, "run-copy " + PROGRAM);
    if (Files.exists(LOADER)) {
      assertThatFails(level, own, "load-copy " + LOADER + " " + PROGRAM);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itReadsNoSecretOfItsParent(Confinement level) {
    String parent = "/proc/" + ProcessHandle.current().pid();
    assertThatFails(level, SandboxRestriction.NO_INSPECTION, "read " + parent + "/environ");
    assertThatFails(level, SandboxRestriction.NO_INSPECTION, "read " + parent + "/maps");
  }

  @ParameterizedTest
  @EnumSource
  void itHasNoCapabilitiesAndGetsNone(Confinement level) {
    if (restricts(level, SandboxRestriction.NO_PRIVILEGES)) {
      assertThat(attempt(level, "status NoNewPrivs")).isEqualTo("1");
      for (String set : List.of("CapPrm", "CapEff", "CapInh", "CapAmb")) {
        assertThat(attempt(level, "status " + set)).as(set).matches("0+");
      }
      if (ProcessUser.isRoot()) {
        assertThat(attempt(level, "status CapBnd")).matches("0+");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itFillsNoDisk(Confinement level) {
    assertThatFails(level, SandboxRestriction.LIMITED_RESOURCES, "grow");
  }

  @ParameterizedTest
  @EnumSource
  void itStartsNotManyThreads(Confinement level) {
    if (restricts(level, SandboxRestriction.LIMITED_PROCESSES)) {
      assertThat(Integer.parseInt(attempt(level, "threads 1000"))).isLessThan(256);
    } else if (level == Confinement.NONE) {
      assertThat(attempt(level, "threads 1000")).isEqualTo("1000");
    }
  }

  /** Fails where it is restricted, and is worth trying: without any restriction it succeeds. */
  private static void assertThatFails(
      Confinement level, SandboxRestriction restriction, String order) {
    if (restricts(level, restriction)) {
      assertThat(attempt(level, order)).as(order).contains("Exception");
    } else if (level == Confinement.NONE) {
      assertThat(attempt(level, order)).as(order).doesNotContain("Exception");
    }
  }

  private static boolean restricts(Confinement level, SandboxRestriction restriction) {
    return level.restrictions(ProcessUser.isRoot()).contains(restriction);
  }

  private static String attempt(Confinement level, String order) {
    return intrusion(level).attempt(order);
  }

  private static Intrusion intrusion(Confinement level) {
    Intrusion intrusion = INTRUSIONS.computeIfAbsent(level, Intrusion::begin);
    assumeThat(intrusion.process().isAlive()).as("%s is to be had here", level).isTrue();
    return intrusion;
  }

  /** An intruder in a fork's place that takes orders. */
  private record Intrusion(Process process, BufferedReader answers, ForkRoom room) {

    static Intrusion begin(Confinement level) {
      try {
        Path own = Files.createDirectories(folder.resolve("forks").resolve(level.name()));
        Path fonts = Files.createDirectories(folder.resolve("forks").resolve("fonts"));
        List<String> program = ForkClasspath.with(Intruder.class).launch(Intruder.class.getName());
        ForkRoom room = new ForkRoom(own, fonts, "", SeenFiles.with(ForkClasspath.files(program)));
        Files.writeString(Files.createDirectory(room.document()).resolve("it"), "a document");
        List<String> command =
            new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
        command.addAll(program);
        command.add(Intruder.BY_LINES);
        Process process =
            new ProcessBuilder(level.around(room, command))
                .directory(own.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Intrusion intrusion = new Intrusion(process, process.inputReader(), room);
        intrusion.attempt("status Pid"); // null if it does not come to life
        return intrusion;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String attempt(String order) {
      try {
        process.outputWriter().write(order + "\n");
        process.outputWriter().flush();
        return answers.readLine();
      } catch (IOException gone) {
        return gone.toString();
      }
    }

    void close() {
      process.destroyForcibly();
    }
  }
}
