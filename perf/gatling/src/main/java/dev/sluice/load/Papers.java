package dev.sluice.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Hands out PDFs, each of them only once. They lie in a folder as SORT-NUMBER.pdf; of the special
 * ones, in a folder of their own, comes an even share.
 */
final class Papers {

  private final String run;
  private final List<Paper> usual;
  private final List<Paper> special;
  private final int percent;
  private final AtomicLong handedOut = new AtomicLong();

  Papers(Settings settings) {
    run = settings.text("run");
    usual = read(settings.path("papers"));
    percent = settings.number("specialPercent");
    special = percent == 0 ? List.of() : read(settings.path("specialPapers"));
  }

  Paper next() {
    long number = handedOut.getAndIncrement();
    long specials = specialsBefore(number);
    boolean isSpecial = specialsBefore(number + 1) > specials;
    Paper paper = isSpecial ? at(special, specials) : at(usual, number - specials);
    return paper.numbered(run, number);
  }

  List<Paper> next(int count) {
    return Stream.generate(this::next).limit(count).toList();
  }

  /** The first one is special, if any is. */
  private long specialsBefore(long number) {
    return (number * percent + 99) / 100;
  }

  private static Paper at(List<Paper> papers, long number) {
    return papers.get((int) (number % papers.size()));
  }

  private static List<Paper> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Papers::readFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Paper readFile(Path file) {
    try {
      String name = file.getFileName().toString();
      return new Paper(name, name.substring(0, name.indexOf('-')), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
