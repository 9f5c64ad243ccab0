import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What PDFBox alone needs for a folder's text. Each line of input, "threads folder", is one pass
 * and gets one line of JSON, so that the JVM stays warm from pass to pass as Sluice's parsers do.
 */
public final class PdfBoxText {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  public static void main(String[] arguments) throws Exception {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ", 2);
      System.out.println(pass(Integer.parseInt(words[0]), files(Path.of(words[1]))));
    }
  }

  private static List<File> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toFile).filter(f -> f.getName().endsWith(".pdf")).toList();
    }
  }

  private static String pass(int threads, List<File> files) throws Exception {
    long started = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    int unread = 0;
    int blank = 0;
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<String>> texts = files.stream().map(f -> workers.submit(() -> text(f))).toList();
      for (Future<String> text : texts) {
        unread += text.get() == null ? 1 : 0;
        blank += text.get() != null && text.get().isBlank() ? 1 : 0;
      }
    } finally {
      workers.shutdownNow();
    }
    return new ObjectMapper()
        .writeValueAsString(
            Map.of(
                "unread",
                unread,
                "blank",
                blank,
                "seconds",
                (System.nanoTime() - started) / 1e9,
                "cpuSeconds",
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9));
  }

  /** A document's text, or null if it cannot be read. */
  private static String text(File file) {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }
}
