package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.PageText;
import dev.sluice.pdf.content.PageContent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * In place of the real fork: does what each file says, and answers how that went; or what its
 * arguments say.
 */
final class Intruder {

  private Intruder() {}

  public static void main(String[] args) throws IOException {
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
      case "connect" -> new Socket(order[1], Integer.parseInt(order[2])).close();
      case "write" -> Files.writeString(Path.of(order[1]), "something else");
      case "run" -> new ProcessBuilder(order[1]).start().waitFor();
      case "status" -> {
        return status(order[1]);
      }
      default -> throw new IllegalArgumentException(order[0]);
    }
    return "done";
  }

  private static String status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }
}
