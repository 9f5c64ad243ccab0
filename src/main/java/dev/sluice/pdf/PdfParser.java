package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.SpoolFolder;
import dev.sluice.pdf.content.Box;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.commons.io.function.IOConsumer;
import org.apache.pdfbox.util.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parses PDFs in forks; thread-safe, and as parallel as there are forks. */
public final class PdfParser implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PdfParser.class);

  /** Raised whenever the same PDF would give other results than before. */
  private static final String RESULTS = "4";

  static final String MAIN_CLASS = "dev.sluice.pdf.fork.ForkMain";
  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 10;

  private final ParserSettings settings;
  private final SpoolFolder folder;
  private final Watchdog watchdog;
  private final ForkLauncher launcher;
  private final ParserPool pool;
  private final ParserStatistics statistics;
  private final OcrProgram ocr;
  private final Map<String, RunningParse> parses = new ConcurrentHashMap<>();
  // Read: a parse that may write files. Write: the end of all of them.
  private final ReadWriteLock running = new ReentrantReadWriteLock();
  private boolean closed;

  /** Starts the forks in the background. */
  public PdfParser(ParserSettings settings) {
    this(settings, ForkClasspath.with().launch(MAIN_CLASS), START_TIME);
  }

  /** Takes the JVM arguments that run the program of a fork, and the time it may take to start. */
  PdfParser(ParserSettings settings, List<String> program, Duration startTime) {
    this.settings = settings;
    this.folder = new SpoolFolder(settings.workFolder());
    this.watchdog = new Watchdog();
    this.statistics = new ParserStatistics(settings.forks());
    this.ocr = OcrProgram.find(settings.ocr());
    this.launcher = new ForkLauncher(settings, folder, program, ocr);
    this.pool = new ParserPool(launcher, watchdog, startTime, settings, statistics);
  }

  /**
   * Has a free fork read the file, and another one go on where that one died. The caller closes the
   * outcome. Throws {@link FailureException} when it is not the document's fault:
   * PARSER_UNAVAILABLE, SHUTTING_DOWN, or INTERNAL when there is no such file.
   */
  public ParseOutcome parse(Path pdf) {
    return parse(pdf, ParseScope.whole(Integer.MAX_VALUE));
  }

  /** The same, of what the scope says. */
  public ParseOutcome parse(Path pdf, ParseScope scope) {
    return parse(pdf, scope, pdf.toString());
  }

  /** The same, under a name by which it is seen in {@link #running} and can be ended. */
  public ParseOutcome parse(Path pdf, ParseScope scope, String name) {
    running.readLock().lock();
    try {
      requireReadable(pdf);
      return parseReadable(pdf, scope, name);
    } finally {
      running.readLock().unlock();
    }
  }

  /** The parses that run or wait for a fork, by their names. */
  public Map<String, RunningParse> running() {
    return Map.copyOf(parses);
  }

  /**
   * Has a parse end, which then throws {@link FailureException} with this code; false if there is
   * none of this name. It ends at once, or after the page at hand; a page that harms its fork ends
   * it, too.
   */
  public boolean end(String name, FailureCode why, boolean afterPage) {
    RunningParse parse = parses.get(name);
    if (parse != null) {
      parse.end(why, afterPage);
    }
    return parse != null;
  }

  /** Puts together what was found in the parts of a document. */
  public ParseOutcome gather(
      DocumentMetadata metadata,
      int pages,
      long characters,
      List<Gap> gaps,
      IOConsumer<OutputStream> frames)
      throws IOException {
    running.readLock().lock();
    try {
      return new PartAggregator(settings, folder.path())
          .gather(metadata, pages, characters, gaps, frames);
    } finally {
      running.readLock().unlock();
    }
  }

  /**
   * Has a page, from 1, drawn with its longer side as given in pixels. It is drawn once more in
   * another fork if that harms the first one. Waits for a free fork no longer than {@code wait};
   * throws {@link FailureException} like {@link #parse}, and with PARSER_BUSY.
   */
  public Rendering render(Path pdf, int page, int longerSide, Duration wait) {
    return render(pdf, page, longerSide, null, wait);
  }

  /** Has a part of a page drawn in the same way; null is all of it. */
  public Rendering render(Path pdf, int page, int longerSide, Box crop, Duration wait) {
    return render(pdf, new RenderRequest(onePage(pdf, page), longerSide, crop), wait);
  }

  /** Has the words of a page, from 1, read in the same way. */
  public Rendering words(Path pdf, int page, Duration wait) {
    return render(pdf, new WordsRequest(onePage(pdf, page)), wait);
  }

  private Rendering render(Path pdf, PageRequest request, Duration wait) {
    running.readLock().lock();
    try {
      requireReadable(pdf);
      Rendering first = renderInFork(request, wait);
      return isPoison(first) ? renderInFork(request, wait) : first;
    } finally {
      running.readLock().unlock();
    }
  }

  /**
   * What results depend on, such as {@code 4+pdfbox-3.0.8}. It is a number that is raised when
   * results change, and the library that was found.
   */
  public String version() {
    String library = RESULTS + "+pdfbox-" + Version.getVersion();
    return settings.text() == TextMode.PLAIN ? library + "+plain" : library + ocr.version();
  }

  /** Throws {@link FailureException} with PARSER_UNAVAILABLE if there is no fork to be had. */
  public void requireFork() {
    pool.giveBack(pool.borrow());
  }

  /** What the forks are doing. */
  public ParserStatistics statistics() {
    return statistics;
  }

  /** What reads scans, or why nothing does. */
  public String ocr() {
    return ocr.description();
  }

  /** What the forks may not do; empty as long as none was started. */
  public Set<SandboxRestriction> restrictions() {
    return launcher.restrictions();
  }

  /** Ends running parses with SHUTTING_DOWN, kills the forks and removes all files. */
  @Override
  public synchronized void close() {
    if (closed) {
      return; // by another thread, when the time of running parses was over
    }
    closed = true;
    pool.close();
    awaitRunning();
    watchdog.close();
    folder.close();
  }

  private ParseOutcome parseReadable(Path pdf, ParseScope scope, String name) {
    PartialResult result =
        new PartialResult(
            new PageBuffer(folder.path()), scope, settings.maxPages(), settings.maxCharacters());
    RunningParse parse = new RunningParse(name, result);
    ResumableParse.Runner runner = (request, found, time) -> runInFork(parse, request, found, time);
    ParseOutcome outcome = null;
    parses.put(name, parse);
    try {
      outcome = new ResumableParse(settings, ocr.time(), runner, pdf, scope, result).read();
      return outcome;
    } finally {
      parses.remove(name, parse);
      if (!(outcome instanceof ParseOutcome.Parsed)) {
        result.close();
      }
    }
  }

  private RunEnd runInFork(
      RunningParse parse, ParseRequest request, PartialResult result, Duration time) {
    ParserFork fork = pool.borrow(parse);
    try {
      parse.enter(fork);
      Watchdog.Watch watch = watchdog.watch(time, settings.silence(), fork::kill);
      RunEnd end = unlessClosed(fork.parse(request, result, parse, watch));
      end.failure().filter(Failure.Poison.class::isInstance).ifPresent(why -> harmed(parse, why));
      return end;
    } finally {
      parse.leave();
      pool.giveBack(fork);
    }
  }

  private static void harmed(RunningParse parse, Failure why) {
    parse.requireNotEnded();
    LOG.warn("A fork is lost at page {}: {}: {}", parse.page(), why.code().label(), why.detail());
  }

  private Rendering renderInFork(PageRequest request, Duration wait) {
    ParserFork fork = pool.borrow(wait);
    try {
      Watchdog.Watch watch = watchdog.watch(settings.silence(), settings.silence(), fork::kill);
      Rendering rendering = fork.render(request, watch);
      requireOpenAfter(isPoison(rendering));
      return rendering;
    } finally {
      pool.giveBack(fork);
    }
  }

  private ParseRequest onePage(Path pdf, int page) {
    return ParseRequest.of(
        pdf,
        new PageRange(page, page),
        ParseScope.whole(Integer.MAX_VALUE),
        settings.silence(),
        0,
        settings);
  }

  private static boolean isPoison(Rendering rendering) {
    return rendering instanceof Rendering.Failed failed
        && failed.failure() instanceof Failure.Poison;
  }

  /** What closing did to a fork is not the document's fault. */
  private RunEnd unlessClosed(RunEnd end) {
    requireOpenAfter(end.failure().filter(Failure.Poison.class::isInstance).isPresent());
    return end;
  }

  private void requireOpenAfter(boolean harm) {
    if (harm && pool.isClosed()) {
      throw new FailureException(
          FailureCode.SHUTTING_DOWN, "The parsers were closed during a document.");
    }
  }

  private static void requireReadable(Path pdf) {
    if (!Files.isReadable(pdf)) {
      throw new FailureException(FailureCode.INTERNAL, "The file to parse does not exist.");
    }
  }

  private void awaitRunning() {
    try {
      if (running.writeLock().tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
        running.writeLock().unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
