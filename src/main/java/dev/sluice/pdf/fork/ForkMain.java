package dev.sluice.pdf.fork;

import dev.sluice.model.settings.JvmDefaults;
import dev.sluice.pdf.ForkFrame;
import dev.sluice.pdf.ForkRequest;
import dev.sluice.pdf.OcrSettings;
import dev.sluice.pdf.TextMode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.LogManager;

/**
 * The program of a fork reads requests from stdin and writes frames to stdout. It ends only by
 * being killed or when its parent is gone.
 */
public final class ForkMain {

  private static final int EXIT_BROKEN = 1;

  /** The same that {@code -XX:+ExitOnOutOfMemoryError} gives. */
  private static final int EXIT_OUT_OF_MEMORY = 3;

  private ForkMain() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    JvmDefaults.neutralise();
    int exitCode = EXIT_BROKEN;
    try {
      serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    } catch (OutOfMemoryError full) {
      // Thrown by a library rather than by the JVM.
      exitCode = EXIT_OUT_OF_MEMORY;
    } catch (Throwable broken) {
      // Its end is the only way to tell the parent.
    }
    Runtime.getRuntime().halt(exitCode);
  }

  private static void serve(FileInputStream stdin, FileOutputStream stdout)
      throws IOException, InterruptedException {
    silence();
    outliveSignals();
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stdout));
    BlockingQueue<ForkFrame> requests = new LinkedBlockingQueue<>();
    readInBackground(new DataInputStream(new BufferedInputStream(stdin)), requests);
    new WarmUp().run();
    new ForkFrame(ForkFrame.Type.READY, new byte[0]).writeTo(out);
    DocumentReader reader =
        new DocumentReader(out, TextMode.ofProperty(), OcrSettings.ofProperty());
    while (true) {
      reader.answer(ForkRequest.of(requests.take()));
    }
  }

  /** Whatever a library prints must not get between the frames. */
  private static void silence() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(nowhere);
    System.setErr(nowhere);
    LogManager.getLogManager().reset();
  }

  /**
   * Ctrl-C and service managers signal the whole process group. Were the fork to obey, the document
   * at hand would look as if it had crashed the parser; the parent decides when it ends.
   */
  private static void outliveSignals() {
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  /** Always waiting for the next byte, so that the parent's end is noticed during a hang too. */
  private static void readInBackground(DataInputStream in, BlockingQueue<ForkFrame> requests) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  requests.add(ForkFrame.readFrom(in));
                }
              } catch (IOException parentGone) {
                ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                Runtime.getRuntime().halt(0);
              }
            },
            "requests");
    thread.setDaemon(true);
    thread.start();
  }
}
