import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Says how many pages each PDF has whose path is a line of input; 0 if it cannot be read. */
public final class PageCounts {

  public static void main(String[] arguments) {
    BufferedReader paths = new BufferedReader(new InputStreamReader(System.in));
    for (int pages : paths.lines().parallel().mapToInt(path -> pages(Path.of(path))).toArray()) {
      System.out.println(pages);
    }
  }

  private static int pages(Path file) {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getNumberOfPages();
    } catch (IOException | RuntimeException unreadable) {
      return 0;
    }
  }
}
