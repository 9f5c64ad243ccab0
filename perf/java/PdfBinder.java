import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Binds pages of many PDFs to one; the seed says in which order. */
public final class PdfBinder {

  /** Takes a file that lists PDFs, how many pages, the seed, and where to write. */
  public static void main(String[] arguments) throws IOException {
    List<String> files = new ArrayList<>(Files.readAllLines(Path.of(arguments[0])));
    int pages = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    Collections.shuffle(files, new Random(seed));
    List<PDDocument> sources = new ArrayList<>();
    try (PDDocument book = new PDDocument()) {
      for (int at = 0; book.getNumberOfPages() < pages; at++) {
        if (at == files.size()) {
          throw new IllegalArgumentException(
              "Only " + book.getNumberOfPages() + " pages are here.");
        }
        sources.add(Loader.loadPDF(new File(files.get(at))));
        append(sources.get(at), book, pages);
      }
      book.setDocumentId(seed);
      book.save(arguments[3]);
    } finally {
      for (PDDocument source : sources) {
        source.close();
      }
    }
  }

  private static void append(PDDocument source, PDDocument book, int most) throws IOException {
    for (PDPage page : source.getPages()) {
      if (book.getNumberOfPages() < most) {
        PDPage bound = book.importPage(page);
        bound.setResources(page.getResources()); // they may be its parent's
        bound.setAnnotations(List.of()); // links lead to pages that are not here
      }
    }
  }
}
