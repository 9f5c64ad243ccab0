package dev.sluice.chaos;

import dev.sluice.chaos.ChaosOptions.Replicas;
import dev.sluice.guarantee.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Sends documents by all doors while parts are killed, frozen and cut off, and then judges what
 * became of them. Ends with 0 if nothing was lost and nothing doubled, else with 1.
 */
public final class ChaosRun {

  private static final Path HOME = Path.of("target", "chaos");

  private final ChaosOptions options;
  private final Path folder;
  private final History history = new History();

  private ChaosRun(ChaosOptions options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /** Takes the arguments of perf/chaos. */
  public static void main(String[] arguments) throws Exception {
    ChaosVerdict verdict = run(ChaosOptions.parse(arguments));
    System.exit(verdict.isGood() ? 0 : 1);
  }

  /** Runs it once; what was kept of a run that failed is named by the verdict. */
  static ChaosVerdict run(ChaosOptions options) throws Exception {
    Path folder = Files.createDirectories(HOME).toAbsolutePath().resolve("run-" + options.seed());
    FileUtils.deleteDirectory(folder.toFile());
    boolean good = false;
    try {
      ChaosVerdict verdict = new ChaosRun(options, Files.createDirectory(folder)).judged();
      verdict.print(System.out);
      good = verdict.isGood();
      return verdict;
    } finally {
      if (good) {
        FileUtils.deleteQuietly(folder.toFile());
      } else {
        System.out.println("logs and data: " + folder);
      }
    }
  }

  private ChaosVerdict judged() throws Exception {
    ChaosPlan plan = ChaosPlan.draw(options);
    announce(plan);
    Rig rig = new Rig(folder);
    Thread emergency = new Thread(() -> closeQuietly(rig));
    Runtime.getRuntime().addShutdownHook(emergency);
    try {
      return judged(plan, rig);
    } finally {
      Runtime.getRuntime().removeShutdownHook(emergency);
      rig.close();
    }
  }

  private ChaosVerdict judged(ChaosPlan plan, Rig rig) throws Exception {
    rig.startServers();
    rig.start(ChaosPlan.FIRST);
    rig.awaitServing(ChaosPlan.FIRST);
    if (options.replicas() == Replicas.TWO) {
      rig.start(ChaosPlan.SECOND);
      rig.awaitServing(ChaosPlan.SECOND);
    }
    try (S3Client s3 = rig.servers().s3Client(rig.port("s3"))) {
      return judged(plan, rig, s3);
    }
  }

  private ChaosVerdict judged(ChaosPlan plan, Rig rig, S3Client s3) throws Exception {
    ChaosFindings findings = new ChaosFindings(rig, s3, history);
    SourceWatch sources = new SourceWatch(rig.servers(), s3, history);
    MemoryWatch memory = new MemoryWatch(rig, history);
    Disturber disturber = new Disturber(rig);
    List<Sending> sendings = sendings(rig, s3);
    try (ChaosLoad load = new ChaosLoad();
        Repeating books = new Repeating("books", Duration.ofMillis(500), findings::count);
        Repeating folder = new Repeating("folder", Duration.ofMillis(200), sources::lookAtFolder);
        Repeating bucket = new Repeating("bucket", Duration.ofMillis(500), sources::lookAtBucket);
        Repeating memories = new Repeating("memory", Duration.ofSeconds(1), memory::measure)) {
      Instant start = Instant.now();
      load.begin(sendings, start);
      Future<?> disturbances = disturber.begin(plan, start);
      if (options.replicas() == Replicas.BOTH) {
        TimeUnit.MILLISECONDS.sleep(options.length().toMillis() / 2);
        rig.start(ChaosPlan.SECOND);
      }
      disturbances.get(options.length().multipliedBy(3).toSeconds() + 300, TimeUnit.SECONDS);
      Instant healed = Instant.now();
      System.out.println("healed; waiting for what is under way");
      awaitQuiet(load, sources, findings);
      return verdict(rig, load, sources, findings, disturber)
          .with("length of the disturbances", seconds(start, healed))
          .with("from the last one until all was done", seconds(healed, Instant.now()));
    }
  }

  private List<Sending> sendings(Rig rig, S3Client s3) throws IOException, InterruptedException {
    List<Integer> replicas = rig.applicationPorts(options.replicas());
    Api api = new Api(replicas, rig.makeKeys());
    List<ChaosDoor> doors =
        List.of(
            new UploadDoor(api, history),
            new ManyDoor(api, history, false),
            new ManyDoor(api, history, true),
            new TusDoor(api, history),
            new BucketDoor(s3, rig.servers().dropBucket(), history),
            new FolderDoor(rig.servers(), rig.port("sftp"), history));
    List<CorpusPdf> papers = new Corpus(options.seed(), folder).draw(options.documents());
    papers.forEach(paper -> history.sent(paper.document()));
    return new Workload(doors, options).sendings(papers);
  }

  private void awaitQuiet(ChaosLoad load, SourceWatch sources, ChaosFindings findings) {
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(5).plusMillis(options.documents() * 100L))
          .pollInterval(Duration.ofMillis(300))
          .ignoreExceptions()
          .until(
              () -> load.open().isEmpty() && sources.isAllGone() && findings.underWay().isEmpty());
    } catch (ConditionTimeoutException stuck) {
      System.out.println("it does not come to rest; the verdict says what is left");
    }
  }

  private ChaosVerdict verdict(
      Rig rig, ChaosLoad load, SourceWatch sources, ChaosFindings findings, Disturber disturber)
      throws IOException {
    sources.noteFates();
    findings.count();
    findings.collect();
    ChaosVerdict verdict = new ChaosVerdict(options, history);
    load.open()
        .forEach(
            sending ->
                verdict.unanswered(
                    sending.label()
                        + " by "
                        + sending.door().name()
                        + ": "
                        + load.trouble(sending)));
    disturber
        .counts()
        .forEach((kind, count) -> verdict.with(kind.name().toLowerCase().replace('_', ' '), count));
    return verdict
        .with("full disk by", rig.disk(ChaosPlan.FIRST).kind())
        .with("parts started again that had ended by themselves", rig.revivals())
        .with("requests and drops tried again by senders", load.retries())
        .with("further attempts at documents", findings.furtherAttempts())
        .with(
            "longest recovery of a killed part",
            disturber.longestRecovery().toMillis() / 1000.0 + " s")
        .with("longest from receipt to end", findings.slowest().toSeconds() + " s")
        .with("bytes of originals", findings.bytes());
  }

  private void announce(ChaosPlan plan) {
    System.out.printf(
        "seed %d: %d documents, %d kills, replicas %s%n",
        options.seed(), options.documents(), options.kills(), options.replicas());
    plan.disturbances().forEach(disturbance -> System.out.println("planned " + disturbance));
  }

  private static String seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() + " s";
  }

  private static void closeQuietly(Rig rig) {
    try {
      rig.close();
    } catch (Exception failure) {
      System.err.println("not all parts could be stopped: " + failure);
    }
  }
}
