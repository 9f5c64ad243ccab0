import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Gap;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureException;
import dev.sluice.pdf.ParseOutcome;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.Rendering;
import dev.sluice.pdf.RestartReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Has damaged PDFs read, and every tenth drawn, by real forks, and prints JSON lines: each mutant
 * that cost a fork or broke a promise, samples of memory, and a summary.
 */
public final class Fuzz {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> COSTLY =
      Set.of("parser-crashed", "parser-out-of-memory", "parser-stalled", "parser-timeout");
  private static final Duration CLOCK = Duration.ofSeconds(40);

  private final List<Path> sources;
  private final long seed;
  private final long end;
  private final int mutants;
  private final Path folder;
  private final PdfParser parser;
  private final AtomicInteger next;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<String, Integer> details = new TreeMap<>();
  private final Map<String, Integer> firsts = new TreeMap<>(); // mutants, by detail
  private long slowestMillis;
  private int slowest;
  private int done;

  private Fuzz(List<Path> sources, long seed, int first, int mutants, int seconds, Path folder) {
    this.sources = sources;
    this.seed = seed;
    this.next = new AtomicInteger(first);
    this.mutants = first + mutants;
    this.end = System.nanoTime() + seconds * 1_000_000_000L;
    this.folder = folder;
    this.parser = new PdfParser(settings(folder));
  }

  /** Arguments: list of files, seed, first mutant, mutants, seconds, folder. */
  public static void main(String[] args) throws Exception {
    List<Path> sources = Files.readAllLines(Path.of(args[0])).stream().map(Path::of).toList();
    Path folder = Files.createDirectories(Path.of(args[5]));
    new Fuzz(
            sources,
            Long.parseLong(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]),
            folder)
        .run();
    System.exit(0);
  }

  private static ParserSettings settings(Path folder) {
    Map<String, String> values =
        Map.of(
            "sluice.parser.forks", "2",
            "sluice.parser.heap", "256MB",
            "sluice.parser.total-time", "20s",
            "sluice.parser.silence", "10s",
            "sluice.parser.document-time", CLOCK.toSeconds() + "s",
            "sluice.parser.document-forks", "3",
            "sluice.parser.max-pages", "2000",
            "sluice.parser.work-folder", folder.resolve("work").toString());
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("sluice.parser", ParserSettings.class);
  }

  private void run() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < parser.statistics().size(); n++) {
      Thread thread = new Thread(this::work, "mutants-" + n);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    summary();
    parser.close();
  }

  private void work() {
    int number = next.getAndIncrement();
    while (number < mutants && System.nanoTime() < end) {
      try {
        test(number);
      } catch (IOException e) {
        throw new IllegalStateException("mutant " + number, e);
      }
      number = next.getAndIncrement();
    }
  }

  private void test(int number) throws IOException {
    Path file = folder.resolve(number + ".pdf");
    Files.write(file, mutant(number));
    long start = System.nanoTime();
    boolean drawn = number % 10 == 9;
    String outcome = drawn ? draw(number, file) : read(number, file);
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (!isCostly(number, outcome, millis)) {
      Files.delete(file);
    }
  }

  private byte[] mutant(int number) throws IOException {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    byte[] original = Files.readAllBytes(sources.get(random.nextInt(sources.size())));
    byte[] other = Files.readAllBytes(sources.get(random.nextInt(sources.size())));
    return new DamagedPdf(original, other, random.nextLong()).make();
  }

  private String read(int number, Path file) {
    try (ParseOutcome outcome = parser.parse(file)) {
      if (outcome instanceof ParseOutcome.Failed failed) {
        return named(number, failed.failure());
      }
      List<Gap> gaps = ((ParseOutcome.Parsed) outcome).gaps();
      return gaps.isEmpty() ? "parsed" : "gap " + gaps.get(0).code();
    } catch (FailureException | IllegalArgumentException escaped) {
      return "ESCAPED " + escaped;
    }
  }

  private String draw(int number, Path file) {
    try {
      Rendering rendering = parser.render(file, 1, 300, CLOCK);
      return rendering instanceof Rendering.Failed failed
          ? named(number, failed.failure())
          : "drawn";
    } catch (FailureException | IllegalArgumentException escaped) {
      return "ESCAPED " + escaped;
    }
  }

  private synchronized String named(int number, Failure failure) {
    String detail = failure.code().label() + ": " + failure.detail();
    details.merge(detail, 1, Integer::sum);
    firsts.putIfAbsent(detail, number);
    return failure.code().label();
  }

  /** Those that cost a fork stay in the folder. */
  private synchronized boolean isCostly(int number, String outcome, long millis) {
    outcomes.merge(outcome, 1, Integer::sum);
    boolean late = millis > CLOCK.toMillis() + 5_000;
    boolean costly =
        late || outcome.startsWith("ESCAPED") || COSTLY.stream().anyMatch(outcome::contains);
    if (costly) {
      print("mutant", Map.of("number", number, "outcome", outcome, "millis", millis, "late", late));
    }
    if (millis > slowestMillis) {
      slowestMillis = millis;
      slowest = number;
    }
    if (++done % 500 == 0) {
      long rss = rss(ProcessHandle.current());
      print("memory", Map.of("done", done, "parentKb", rss, "forksKb", forks()));
    }
    return costly;
  }

  private void summary() {
    Map<String, Object> restarts = new TreeMap<>();
    for (RestartReason reason : RestartReason.values()) {
      restarts.put(reason.label(), parser.statistics().restarts(reason));
    }
    print("outcomes", outcomes);
    print("restarts", restarts);
    details.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(60)
        .forEach(detail -> print("detail", described(detail.getKey(), detail.getValue())));
    print(
        "summary",
        Map.of(
            "mutants", done,
            "slowest", slowest,
            "slowestMillis", slowestMillis,
            "poolSize", parser.statistics().size(),
            "poolAlive", parser.statistics().alive(),
            "parentKb", rss(ProcessHandle.current()),
            "forksKb", forks()));
  }

  private Map<String, Object> described(String detail, int count) {
    return Map.of("count", count, "text", detail, "first", firsts.get(detail));
  }

  private static List<Long> forks() {
    return ProcessHandle.current().children().map(Fuzz::rss).sorted().toList();
  }

  private static long rss(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  private static synchronized void print(String kind, Map<String, ?> facts) {
    Map<String, Object> line = new LinkedHashMap<>(Map.of("kind", kind));
    line.putAll(facts);
    try {
      System.out.println(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
