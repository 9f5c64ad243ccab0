package dev.sluice.pdf;

import java.nio.file.Path;

/** A JVM that owns a pool: one fork hangs on a document, one has nothing to do. */
final class ParentMain {

  private ParentMain() {}

  public static void main(String[] args) {
    TestParserSettings settings = TestParserSettings.ofOneFork().withForks(2);
    PdfParser parser = TestParsers.start(settings.in(Path.of(args[0])));
    parser.parse(Path.of(args[1]));
  }
}
