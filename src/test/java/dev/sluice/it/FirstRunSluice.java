package dev.sluice.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.embedded.EmbeddedSluice;
import dev.sluice.embedded.Endpoints;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.awaitility.Awaitility;
import org.w3c.dom.NodeList;

/** Sluice as {@code mvn spring-boot:run} starts it: a process with its own servers and data. */
public final class FirstRunSluice implements AutoCloseable {

  /** After any signal, for running parses have 20 s of it. */
  private static final Duration GONE_WITHIN = Duration.ofMinutes(5);

  private final Map<String, String> environment = new HashMap<>();
  private final List<String> launcher = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final Path home;
  private Process process;

  public FirstRunSluice(Path home) {
    this.home = home;
    environment.put("SLUICE_DATA_DIR", data().toString());
    environment.put("SERVER_PORT", "0");
    environment.put("MANAGEMENT_PORT", "0");
    for (String server : List.of("KAFKA", "POSTGRES", "S3", "SFTP")) {
      environment.put("SLUICE_EMBEDDED_" + server + "_PORT", "0"); // others may run here, too
    }
  }

  public FirstRunSluice with(String key, String value) {
    environment.put(key, value);
    return this;
  }

  /**
   * As the first process of a group, to which a terminal could send its signals: also when the
   * tests run in the background of a shell, which has what it starts there ignore Ctrl-C.
   */
  public FirstRunSluice inOwnGroup() {
    launcher.addAll(List.of("env", "--default-signal=INT", "setsid"));
    return this;
  }

  /** On a machine of this language. */
  public FirstRunSluice inLanguage(String language, String country) {
    options.addAll(List.of("-Duser.language=" + language, "-Duser.country=" + country));
    return this;
  }

  public FirstRunSluice start() throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add(ProductionSluice.JAVA);
    command.add("-XX:TieredStopAtLevel=1"); // it does not live long
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), EmbeddedSluice.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().putAll(environmentInPom());
    builder.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    process = builder.start();
    return this;
  }

  /** Waits until it serves. */
  public ApiClient api() {
    Endpoints endpoints = endpoints();
    return new ApiClient(endpoints.api(), endpoints.apiKey());
  }

  /** Waits until it serves. */
  public Endpoints endpoints() {
    ObjectMapper json = new ObjectMapper();
    return Awaitility.await()
        .failFast(() -> assertThat(process.isAlive()).as("it ended: %s", log()).isTrue())
        .until(
            () ->
                Files.exists(endpointsFile())
                    ? json.readValue(endpointsFile().toFile(), Endpoints.class)
                    : null,
            endpoints -> endpoints != null && endpoints.pid() == process.pid());
  }

  /** Signals this process alone, as kill(1) does. */
  public void signal(String name) throws IOException, InterruptedException {
    kill(name, String.valueOf(process.pid()));
  }

  /** Signals its whole group, as a terminal does. */
  public void signalGroup(String name) throws IOException, InterruptedException {
    kill(name, "-" + process.pid());
  }

  private static void kill(String name, String whom) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "--", whom).inheritIO().start().waitFor();
  }

  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** It and all that it started, were they to live on without it. */
  public List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  private boolean isOurs(ProcessHandle any) {
    return any.pid() == process.pid()
        || any.info().commandLine().orElse("").contains(data().toString());
  }

  public Path data() {
    return home.resolve("data");
  }

  public Path endpointsFile() {
    return data().resolve("endpoints.json");
  }

  /** What its latest process said. */
  public String log() throws IOException {
    return Files.readString(home.resolve("log"));
  }

  /** Kills it, and waits for what ends with it. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      awaitNothingLeft();
    } finally {
      processes().forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Waits until it and all that it started have ended. */
  public void awaitNothingLeft() {
    Awaitility.await().atMost(GONE_WITHIN).untilAsserted(() -> assertThat(processes()).isEmpty());
  }

  /** What Maven sets there, whatever the machine says. */
  private static Map<String, String> environmentInPom() {
    Map<String, String> variables = new HashMap<>();
    try {
      NodeList found =
          (NodeList)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(
                      "//execution[id='default-cli']/configuration/environmentVariables/*",
                      DocumentBuilderFactory.newInstance()
                          .newDocumentBuilder()
                          .parse(new File("pom.xml")),
                      XPathConstants.NODESET);
      for (int i = 0; i < found.getLength(); i++) {
        variables.put(found.item(i).getNodeName(), found.item(i).getTextContent());
      }
      return variables;
    } catch (Exception unreadable) {
      throw new IllegalStateException("pom.xml", unreadable);
    }
  }

  // An empty entry is the working directory: its routes/ would be found beside the packaged ones.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
