package dev.sluice.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Draws documents with tables, and scores what programs read from them. */
public final class TablesMain {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TablesMain() {}

  /**
   * {@code draw FOLDER COUNT SEED}, {@code report FOLDER COUNT SEED}, {@code read FOLDER} or {@code
   * score FOLDER PROGRAM}.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "draw" -> draw(folder, arguments, DrawnDocument::of);
      case "report" -> draw(folder, arguments, DrawnReport::of);
      case "read" -> read(folder);
      default -> score(folder, arguments[2]);
    }
  }

  private static void draw(Path folder, String[] arguments, LongFunction<DrawnDocument> documents)
      throws IOException {
    Files.createDirectories(folder);
    int count = Integer.parseInt(arguments[2]);
    long seed = Long.parseLong(arguments[3]);
    for (int at = 0; at < count; at++) {
      DrawnDocument drawn = documents.apply(seed + at);
      String name = String.format(Locale.ROOT, "%03d", at);
      Files.write(folder.resolve(name + ".pdf"), drawn.pdf());
      JSON.writeValue(folder.resolve(name + ".truth.json").toFile(), drawn.tables());
    }
  }

  private static void read(Path folder) throws IOException {
    List<Path> files = pdfs(folder);
    for (Path file : files) {
      ReadTables.of(Files.readAllBytes(file)); // so that the compiler is done with it
    }
    long start = System.nanoTime();
    for (Path file : files) {
      JSON.writeValue(beside(file, "sluice").toFile(), ReadTables.of(Files.readAllBytes(file)));
    }
    System.out.println("{\"seconds\":" + (System.nanoTime() - start) / 1e9 + "}");
  }

  private static void score(Path folder, String program) throws IOException {
    TableScore cells = new TableScore();
    TableScore relations = new TableScore();
    int pages = 0;
    for (Path file : pdfs(folder)) {
      List<TrueTable> truth = tables(beside(file, "truth"));
      List<TrueTable> read = tables(beside(file, program));
      cells.addCells(truth, read);
      relations.addRelations(truth, read);
      pages += pages(file);
    }
    System.out.printf(
        Locale.ROOT,
        "{\"pages\":%d,\"cellF1\":%.4f,\"cellPrecision\":%.4f,\"cellRecall\":%.4f,"
            + "\"adjacencyF1\":%.4f,\"adjacencyPrecision\":%.4f,\"adjacencyRecall\":%.4f}%n",
        pages,
        cells.f1(),
        cells.precision(),
        cells.recall(),
        relations.f1(),
        relations.precision(),
        relations.recall());
  }

  private static int pages(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getNumberOfPages();
    }
  }

  private static List<Path> pdfs(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
  }

  private static Path beside(Path pdf, String what) {
    return Path.of(pdf.toString().replaceAll("\\.pdf$", "." + what + ".json"));
  }

  private static List<TrueTable> tables(Path file) throws IOException {
    return Arrays.asList(JSON.readValue(file.toFile(), TrueTable[].class));
  }
}
