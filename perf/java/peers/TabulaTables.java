import com.google.gson.Gson;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import technology.tabula.ObjectExtractor;
import technology.tabula.Page;
import technology.tabula.PageIterator;
import technology.tabula.Rectangle;
import technology.tabula.RectangularTextContainer;
import technology.tabula.Table;
import technology.tabula.detectors.NurminenDetectionAlgorithm;
import technology.tabula.extractors.BasicExtractionAlgorithm;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/**
 * What tabula-java finds in each PDF of a folder, as it is used on its command line with --guess.
 */
public final class TabulaTables {

  public static void main(String[] arguments) throws Exception {
    File[] files = new File(arguments[0]).listFiles((folder, name) -> name.endsWith(".pdf"));
    Arrays.sort(files);
    for (File file : files) {
      read(file); // so that the compiler is done with it
    }
    long start = System.nanoTime();
    for (File file : files) {
      String name = file.getPath().replaceAll("\\.pdf$", ".tabula.json");
      Files.writeString(Path.of(name), new Gson().toJson(read(file)));
    }
    System.out.println("{\"seconds\":" + (System.nanoTime() - start) / 1e9 + "}");
  }

  private static List<Object> read(File file) throws Exception {
    List<Object> tables = new ArrayList<>();
    try (PDDocument document = PDDocument.load(file)) {
      PageIterator pages = new ObjectExtractor(document).extract();
      while (pages.hasNext()) {
        Page page = pages.next();
        for (Rectangle guess : new NurminenDetectionAlgorithm().detect(page)) {
          Page area = page.getArea(guess);
          boolean ruled = new SpreadsheetExtractionAlgorithm().isTabular(area);
          List<? extends Table> found =
              ruled
                  ? new SpreadsheetExtractionAlgorithm().extract(area)
                  : new BasicExtractionAlgorithm().extract(area);
          found.forEach(table -> tables.add(cells(table, page.getPageNumber())));
        }
      }
    }
    return tables;
  }

  private static Object cells(Table table, int page) {
    List<Object> cells = new ArrayList<>();
    List<List<RectangularTextContainer>> rows = table.getRows();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        String text = rows.get(row).get(column).getText();
        if (!text.isBlank()) {
          cells.add(
              Map.of("row", row, "column", column, "rowSpan", 1, "columnSpan", 1, "text", text));
        }
      }
    }
    return Map.of("page", page, "cells", cells);
  }
}
