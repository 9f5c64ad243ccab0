package dev.sluice.pdf.fork;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.PageRange;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.ParseOutcome;
import dev.sluice.pdf.ParseRequest;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.TextMode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * What forks cost: the time to start one, the memory it takes, and what a small document's way
 * through one takes beside reading it here. It stands in the package of the fork to read so.
 */
public final class Forks {

  private static final int WARM_UP = 12; // rounds over all files, of which each reader has its own

  /** Arguments: folder of small PDFs, work folder, megabytes of the large PDF, starts. */
  public static void main(String[] args) throws IOException {
    Path work = Files.createDirectories(Path.of(args[1]));
    List<Path> files = filesIn(Path.of(args[0]));
    int starts = Integer.parseInt(args[3]);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("startMillis", Math.round(startMillis("off", work, starts)));
    figures.put("startConfinedMillis", Math.round(startMillis("auto", work, starts)));
    try (PdfParser parser = parser("auto", work)) {
      parser.requireFork();
      figures.put("idleKb", ofFork("VmRSS:"));
      figures.putAll(overhead(parser, files));
      figures.put("afterSmallKb", ofFork("VmRSS:"));
    }
    Path large = work.resolve("large.pdf");
    draw(large, Integer.parseInt(args[2]));
    try (PdfParser parser = parser("auto", work)) {
      long start = System.nanoTime();
      read(parser, large);
      figures.put("largeBytes", Files.size(large));
      figures.put("largeMillis", (System.nanoTime() - start) / 1_000_000);
      figures.put("largePeakKb", ofFork("VmHWM:"));
    }
    Files.delete(large);
    System.out.println(new ObjectMapper().writeValueAsString(figures));
    System.exit(0);
  }

  private static double startMillis(String sandbox, Path work, int starts) {
    double[] millis = new double[starts];
    for (int n = 0; n < starts; n++) {
      long start = System.nanoTime();
      try (PdfParser parser = parser(sandbox, work)) {
        parser.requireFork();
        millis[n] = (System.nanoTime() - start) / 1e6;
      }
    }
    return median(millis);
  }

  private static Map<String, Object> overhead(PdfParser parser, List<Path> files)
      throws IOException {
    DocumentReader here =
        new DocumentReader(
            new DataOutputStream(OutputStream.nullOutputStream()),
            TextMode.LAYOUT,
            Optional.empty());
    double[] there = new double[files.size()];
    double[] inProcess = new double[files.size()];
    for (int round = 0; round <= WARM_UP; round++) {
      for (int at = 0; at < files.size(); at++) {
        long start = System.nanoTime();
        read(parser, files.get(at));
        long between = System.nanoTime();
        here.answer(request(files.get(at)));
        there[at] = (between - start) / 1e6;
        inProcess[at] = (System.nanoTime() - between) / 1e6;
      }
    }
    double[] more = new double[files.size()];
    Arrays.setAll(more, at -> there[at] - inProcess[at]);
    return Map.of(
        "documents", files.size(),
        "forkMillis", rounded(median(there)),
        "hereMillis", rounded(median(inProcess)),
        "overheadMillis", rounded(median(more)));
  }

  private static double rounded(double millis) {
    return Math.round(millis * 100) / 100.0;
  }

  private static void read(PdfParser parser, Path file) {
    try (ParseOutcome outcome = parser.parse(file)) {
      if (outcome instanceof ParseOutcome.Failed failed) {
        throw new IllegalStateException(file + ": " + failed.failure());
      }
    }
  }

  private static ParseRequest request(Path file) {
    return new ParseRequest(
        file.toString(), new PageRange(1, 20_000), 0, false, 20_000, 60_000, 0, ParseLimits.NONE);
  }

  private static PdfParser parser(String sandbox, Path work) {
    Map<String, String> values =
        Map.of(
            "sluice.parser.forks",
            "1",
            "sluice.parser.sandbox",
            sandbox,
            "sluice.parser.work-folder",
            work.resolve("forks").toString());
    return new PdfParser(
        new Binder(new MapConfigurationPropertySource(values))
            .bindOrCreate("sluice.parser", ParserSettings.class));
  }

  /** A hundredth of its size on each of a hundred pages. */
  private static void draw(Path file, int megabytes) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    try (PDDocument document = new PDDocument()) {
      for (int number = 0; number < 100; number++) {
        byte[] noise = new byte[megabytes * 10_000];
        random.nextBytes(noise);
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
          out.write(noise);
        }
        PDPage page = new PDPage();
        page.getCOSObject().setItem(COSName.getPDFName("Noise"), stream);
        document.addPage(page);
      }
      document.save(file.toFile());
    }
  }

  /** A number of the one fork's /proc/PID/status, in kB. */
  private static long ofFork(String key) throws IOException {
    long pid = ProcessHandle.current().children().findFirst().orElseThrow().pid();
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
