package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.PageText;
import dev.sluice.pdf.content.PageContent;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * In place of the real fork: does what each file says, and answers how that went; or what its
 * arguments or lines say.
 */
final class Intruder {

  /** The argument with which it takes an order a line. */
  static final String BY_LINES = "by-lines";

  /** What the loader of programs ends with. */
  private static final int NOT_LOADED = 127;

  private Intruder() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 1 && args[0].equals(BY_LINES)) {
      new BufferedReader(new InputStreamReader(System.in))
          .lines()
          .forEach(order -> System.out.println(result(order.split(" "))));
      return;
    }
    if (args.length > 0) {
      System.out.println(result(args));
      return;
    }
    DataOutputStream out = new DataOutputStream(System.out);
    DataInputStream in = new DataInputStream(System.in);
    new ForkFrame(ForkFrame.Type.READY, new byte[0]).writeTo(out);
    while (true) {
      ParseRequest request = ParseRequest.of(ForkFrame.readFrom(in));
      String result = result(Files.readString(Path.of(request.file())).split(" "));
      ForkFrameCodec.opened(
              new DocumentMetadata(
                  1, null, null, null, null, null, null, null, null, null, false, List.of(),
                  List.of()))
          .writeTo(out);
      ForkFrameCodec.page(PageContent.of(new PageText(1, 1, 1, 0, result))).writeTo(out);
      ForkFrameCodec.done().writeTo(out);
    }
  }

  private static String result(String... order) {
    try {
      return attempt(order);
    } catch (IOException | InterruptedException e) {
      return e.toString();
    }
  }

  private static String attempt(String... order) throws IOException, InterruptedException {
    switch (order[0]) {
      case "knock" -> SocketChannel.open(UnixDomainSocketAddress.of(order[1])).close();
      case "read" -> Files.readAllBytes(Path.of(order[1]));
      case "list" -> {
        try (Stream<Path> files = Files.list(Path.of(order[1]))) {
          return files.map(Path::getFileName).map(Path::toString).sorted().toList().toString();
        }
      }
      case "open" -> FileChannel.open(Path.of(order[1]), StandardOpenOption.WRITE).close();
      case "grow" -> {
        try (RandomAccessFile file = new RandomAccessFile("large", "rw")) {
          file.setLength(2L << 30);
        }
      }
      case "environment" -> {
        return System.getenv().keySet().stream().sorted().toList().toString();
      }
      case "run-copy" -> run(copy(order[1]));
      case "load-copy" -> run(order[1], copy(order[2]), "-version");
      case "threads" -> {
        return String.valueOf(threads(Integer.parseInt(order[1])));
      }
      case "connect" -> new Socket(order[1], Integer.parseInt(order[2])).close();
      case "write" -> Files.writeString(Path.of(order[1]), "something else");
      case "run" -> run(order[1]);
      case "status" -> {
        return status(order[1]);
      }
      default -> throw new IllegalArgumentException(order[0]);
    }
    return "done";
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    if (process.waitFor() == NOT_LOADED) {
      throw new IOException("not loaded");
    }
  }

  private static String copy(String program) throws IOException {
    Path copy = Path.of("copy").toAbsolutePath();
    Files.copy(Path.of(program), copy, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
    return copy.toString();
  }

  /** How many of so many threads can be started. */
  private static int threads(int wanted) {
    CountDownLatch end = new CountDownLatch(1);
    int started = 0;
    try {
      for (; started < wanted; started++) {
        Thread thread = new Thread(() -> awaitUninterruptibly(end));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (OutOfMemoryError limit) {
      // what the test asks for
    } finally {
      end.countDown();
    }
    return started;
  }

  private static void awaitUninterruptibly(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static String status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }
}
