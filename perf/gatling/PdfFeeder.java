package dev.sluice.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Hands out PDFs, each of them only once. They lie in a folder as SORT-NUMBER.pdf; every so often
 * comes a special one, from a folder of their own.
 */
final class PdfFeeder {

  private final String run;
  private final List<SamplePdf> usual;
  private final List<SamplePdf> special;
  private final int specialEvery;
  private final AtomicLong handedOut = new AtomicLong();

  PdfFeeder(Settings settings) {
    run = settings.text("run");
    usual = read(settings.path("usual"));
    specialEvery = settings.number("specialEvery");
    special = specialEvery == 0 ? List.of() : read(settings.path("special"));
  }

  SamplePdf next() {
    long number = handedOut.getAndIncrement();
    boolean isSpecial = specialEvery > 0 && number % specialEvery == 0;
    SamplePdf pdf = isSpecial ? at(special, number / specialEvery) : at(usual, number);
    return pdf.numbered(run, number);
  }

  List<SamplePdf> next(int count) {
    return Stream.generate(this::next).limit(count).toList();
  }

  private static SamplePdf at(List<SamplePdf> pdfs, long number) {
    return pdfs.get((int) (number % pdfs.size()));
  }

  private static List<SamplePdf> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(SamplePdf::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
