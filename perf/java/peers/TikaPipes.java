import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.async.AsyncProcessor;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory.HANDLER_TYPE;

/**
 * Tika's pipes from a folder of PDFs to a folder of texts. Each line of input, "base source
 * target", is one pass and gets one line of JSON; the forked JVMs stay warm from pass to pass.
 */
public final class TikaPipes {

  private static final long WITHIN_MILLIS = 60_000;

  public static void main(String[] arguments) throws Exception {
    try (AsyncProcessor processor = new AsyncProcessor(Path.of(arguments[0]))) {
      for (Scanner orders = new Scanner(System.in); orders.hasNextLine(); ) {
        String[] folders = orders.nextLine().split(" ");
        System.out.println(pass(processor, Path.of(folders[0]), folders[1], folders[2]));
      }
      processor.finished();
    }
  }

  private static String pass(AsyncProcessor processor, Path base, String source, String target)
      throws Exception {
    List<String> names = names(base.resolve(source));
    long before = processor.getTotalProcessed();
    long started = System.nanoTime();
    for (String name : names) {
      processor.offer(order(source + "/" + name, target + "/" + name), WITHIN_MILLIS);
    }
    // A document counts as processed when its file is written.
    while (processor.getTotalProcessed() - before < names.size() && processor.checkActive()) {
      Thread.sleep(5);
    }
    return String.format(
        Locale.ROOT,
        "{\"documents\": %d, \"seconds\": %.4f}",
        names.size(),
        (System.nanoTime() - started) / 1e9);
  }

  private static FetchEmitTuple order(String source, String target) {
    ParseContext context = new ParseContext();
    context.set(
        HandlerConfig.class,
        new HandlerConfig(HANDLER_TYPE.TEXT, HandlerConfig.PARSE_MODE.CONCATENATE, -1, -1, false));
    return new FetchEmitTuple(
        source, new FetchKey("in", source), new EmitKey("out", target), new Metadata(), context);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pdf"))
          .sorted()
          .toList();
    }
  }
}
