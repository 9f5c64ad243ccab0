package dev.sluice.pdf.fork;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.sluice.model.document.CleanText;
import dev.sluice.model.document.PageRange;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.page.PageContentEngine;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The CPU time that PDFBox's PDFTextStripper and Sluice's reader need for the same documents, one
 * document after the other, in turns. Each line of input, "pages list", is one pass over the files
 * of a list, of which as many pages are read, and gets one line of JSON.
 */
public final class TextComparison {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private interface Way {
    List<String> read(File file, int pages) throws IOException;
  }

  private final List<Way> ways =
      List.of(
          TextComparison::plain,
          (file, pages) -> read(file, pages, TextMode.PLAIN),
          (file, pages) -> read(file, pages, TextMode.LAYOUT));
  private final long[] spent = new long[3];
  private final List<String> different = new ArrayList<>();
  private int documents;
  private int pages;
  private int equal;
  private int unreadable;

  public static void main(String[] arguments) throws IOException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    int pass = 0;
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] words = order.split(" ", 2);
      TextComparison loop = new TextComparison();
      for (String file : Files.readAllLines(Path.of(words[1]))) {
        loop.read(new File(file), Integer.parseInt(words[0]), pass++);
      }
      System.out.println(new ObjectMapper().writeValueAsString(loop.figures()));
    }
  }

  private void read(File file, int most, int turn) {
    List<List<String>> texts = new ArrayList<>(List.of(List.of(), List.of(), List.of()));
    long[] took = new long[ways.size()];
    try {
      for (int at = 0; at < ways.size(); at++) {
        int way = (at + turn) % ways.size();
        long begun = SYSTEM.getProcessCpuTime();
        texts.set(way, ways.get(way).read(file, most));
        took[way] = SYSTEM.getProcessCpuTime() - begun;
      }
    } catch (IOException | RuntimeException broken) {
      unreadable++;
      return;
    }
    documents++;
    pages += texts.get(1).size();
    for (int way = 0; way < took.length; way++) {
      spent[way] += took[way];
    }
    if (CleanText.of(texts.get(0).get(0)).equals(String.join("", texts.get(1)))) {
      equal++;
    } else {
      different.add(file.getName());
    }
  }

  private Map<String, Object> figures() {
    return Map.of(
        "documents", documents,
        "pages", pages,
        "equal", equal,
        "unreadable", unreadable,
        "plainCpuSeconds", spent[0] / 1e9,
        "textCpuSeconds", spent[1] / 1e9,
        "layoutCpuSeconds", spent[2] / 1e9,
        "different", different);
  }

  private static List<String> plain(File file, int pages) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      stripper.setPageEnd("");
      stripper.setEndPage(pages);
      return List.of(stripper.getText(document));
    }
  }

  private static List<String> read(File file, int pages, TextMode mode) throws IOException {
    PageRange range = new PageRange(1, pages);
    Budget generous = new Budget(ParseLimits.NONE, Duration.ofMinutes(10), 0);
    List<String> texts = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file)) {
      new PageContentEngine(generous, new Kept(texts), mode, Optional.empty())
          .read(document, range);
    }
    return texts;
  }

  private record Kept(List<String> texts) implements PageContentEngine.Sink {

    @Override
    public void accept(PageContent page) {
      texts.add(page.page().text());
    }

    @Override
    public void refuse(int number, LimitExceededException limit) {
      throw limit;
    }
  }
}
