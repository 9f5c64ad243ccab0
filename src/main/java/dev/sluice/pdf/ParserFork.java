package dev.sluice.pdf;

import static dev.sluice.model.failure.FailureCode.PARSER_CRASHED;
import static dev.sluice.model.failure.FailureCode.PARSER_OUT_OF_MEMORY;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.content.PageWords;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;

/** One fork: one document at a time, and gone for good after the first one that harms it. */
final class ParserFork implements AutoCloseable {

  /** What {@code -XX:+ExitOnOutOfMemoryError} makes of the exit code. */
  private static final int EXIT_OUT_OF_MEMORY = 3;

  private static final int EXIT_SECONDS = 10;

  private static final Duration LONG_IDLE = Duration.ofSeconds(1);

  /** The frames that answer a request. */
  private interface ForkAnswer<T> {
    T receive() throws IOException;
  }

  private final Process process;
  private final ForkRoom room;
  private final DataInputStream in;
  private final DataOutputStream out;
  private int documents;
  private long idleSince = System.nanoTime();
  private RestartReason broken;
  private volatile boolean interrupted;

  ParserFork(Process process, ForkRoom room) {
    this.process = process;
    this.room = room;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /** Waits until the fork can take a request; throws {@link IOException} when it never will. */
  void awaitReady() throws IOException {
    if (ForkFrame.readFrom(in).type() != ForkFrame.Type.READY) {
      throw new MalformedFrameException("not ready");
    }
  }

  /** Has pages of a document parsed, under a watch that kills this fork when a clock runs down. */
  RunEnd parse(
      ParseRequest request, PartialResult result, RunningParse running, Watchdog.Watch watch) {
    try (DocumentLink document = DocumentLink.to(Path.of(request.file()), room.document())) {
      ParseRequest own = request.of(document.file());
      Optional<Failure> failure =
          converse(own, watch, () -> receivePages(result, running, watch), Optional::of);
      return new RunEnd(failure, watch.elapsed());
    }
  }

  /** Has a page drawn, or its words read, under such a watch. */
  Rendering render(PageRequest request, Watchdog.Watch watch) {
    Path pdf = Path.of(request.document().file());
    try (DocumentLink document = DocumentLink.to(pdf, room.document())) {
      PageRequest own = request.of(document.file());
      return converse(own, watch, () -> receiveRendering(own), Rendering.Failed::new);
    }
  }

  private <T> T converse(
      ForkRequest request, Watchdog.Watch watch, ForkAnswer<T> answer, Function<Failure, T> death) {
    documents++;
    broken = RestartReason.CRASHED; // until the conversation has come to its proper end
    try (watch) {
      request.toFrame().writeTo(out);
      T received = answer.receive();
      watch.close();
      // A clock may have run down while the last frame came in.
      broken = watch.verdict().map(RestartReason::of).orElse(null);
      return received;
    } catch (IOException gone) {
      Failure failure = autopsy(watch, gone);
      broken = interrupted ? RestartReason.INTERRUPTED : RestartReason.of(failure.code());
      return death.apply(failure);
    }
  }

  private Rendering receiveRendering(PageRequest request) throws IOException {
    ForkFrame frame = ForkFrame.readFrom(in);
    if (frame.type() == ForkFrame.Type.FAILED) {
      return new Rendering.Failed(ForkFrameCodec.failed(frame.payload()));
    }
    if (frame.type() == ForkFrame.Type.IMAGE && request instanceof RenderRequest render) {
      PngHeader.requireFit(render, frame.payload());
      return new Rendering.Image(frame.payload());
    }
    if (frame.type() == ForkFrame.Type.WORDS && request instanceof WordsRequest) {
      return new Rendering.Words(wordsOf(request.page(), frame));
    }
    throw new MalformedFrameException("type " + frame.type());
  }

  private static PageWords wordsOf(int page, ForkFrame frame) throws IOException {
    PageWords words = ForkFrameCodec.words(frame.payload());
    if (words.page().number() != page) {
      throw new MalformedFrameException("page " + words.page().number());
    }
    return words;
  }

  private Optional<Failure> receivePages(
      PartialResult result, RunningParse running, Watchdog.Watch watch) throws IOException {
    while (true) {
      ForkFrame frame = ForkFrame.readFrom(in);
      watch.sign();
      switch (frame.type()) {
        case OPENED -> result.opened(ForkFrameCodec.opened(frame.payload()));
        case PAGE -> {
          result.page(frame);
          running.pageDone();
        }
        case REFUSED_PAGE -> {
          ForkFrameCodec.RefusedPage page = ForkFrameCodec.refusedPage(frame.payload());
          result.refused(page.number(), page.why());
        }
        case LARGE -> {
          result.large(ForkFrameCodec.large(frame.payload()));
          return Optional.empty();
        }
        case DONE -> {
          result.requireComplete();
          return Optional.empty();
        }
        case FAILED -> {
          return Optional.of(ForkFrameCodec.failed(frame.payload()));
        }
        default -> throw new MalformedFrameException("type " + frame.type());
      }
    }
  }

  private Failure autopsy(Watchdog.Watch watch, IOException gone) {
    if (gone instanceof MalformedFrameException) {
      return Failure.of(PARSER_CRASHED, "The parser sent a " + gone.getMessage() + ".");
    }
    int exitCode = exitCode();
    FailureCode code =
        watch
            .verdict()
            .orElse(exitCode == EXIT_OUT_OF_MEMORY ? PARSER_OUT_OF_MEMORY : PARSER_CRASHED);
    return switch (code) {
      case PARSER_TIMEOUT -> Failure.of(code, "The time for reading ran out.");
      case PARSER_STALLED -> Failure.of(code, "No page was finished for too long.");
      case PARSER_OUT_OF_MEMORY -> Failure.of(code, "The parser's heap was full.");
      default -> Failure.of(code, "The parser ended with exit code " + exitCode + ".");
    };
  }

  /** Begins to count how long it is idle. */
  void rest() {
    idleSince = System.nanoTime();
  }

  /** Whether it has been idle for so long that it may have been stopped unnoticed. */
  boolean isLongIdle() {
    return System.nanoTime() - idleSince >= LONG_IDLE.toNanos();
  }

  /** Whether it answers, under a watch that kills it if it does not. */
  boolean answers(Watchdog.Watch watch) {
    broken = RestartReason.STALLED; // until the answer has come
    try (watch) {
      new PingRequest().toFrame().writeTo(out);
      awaitReady();
      broken = null;
    } catch (IOException gone) {
      kill();
    }
    return broken == null;
  }

  /** Why this fork must not be used again; null while it may. */
  RestartReason broken() {
    return broken != null || process.isAlive() ? broken : RestartReason.CRASHED;
  }

  int documents() {
    return documents;
  }

  /** Memory of the fork that is resident, in bytes; 0 where the system does not tell. */
  long residentBytes() {
    return ResidentMemory.of(process.toHandle());
  }

  /** Kills the fork for no fault of its document. */
  void interrupt() {
    interrupted = true;
    kill();
  }

  /** Kills the fork and what it has started; whoever waits for a frame of it sees its end. */
  void kill() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills the fork, waits for its end and removes its folder. */
  @Override
  public void close() {
    kill();
    exitCode();
    FileUtils.deleteQuietly(room.own().toFile());
  }

  private int exitCode() {
    boolean interrupted = false;
    try {
      // A fork that is ending by itself keeps its own exit code.
      while (true) {
        try {
          process.waitFor(1, TimeUnit.SECONDS);
          kill();
          process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
          return process.isAlive() ? -1 : process.exitValue();
        } catch (InterruptedException e) {
          interrupted = true;
          kill();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
