package dev.sluice.pdf;

import dev.sluice.model.settings.ByteSize;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the tests: small, and each of them changeable. */
final class TestParserSettings {

  private int forks = 1;
  private int heapMegabytes = 128;
  private Duration total = Duration.ofSeconds(60);
  private Duration silence = Duration.ofSeconds(60);
  private Duration documentTime = Duration.ofMinutes(5);
  private int documentForks = 10;
  private GapTolerance gaps = GapTolerance.SOME;
  private int recycleAfter = 1000;

  private ByteSize recycleAbove = new ByteSize(0);
  private SandboxMode sandbox = SandboxMode.AUTO;
  private OcrSettings ocr =
      new OcrSettings(OcrMode.OFF, "eng", 300, Duration.ZERO, Duration.ofMinutes(5));

  static TestParserSettings ofOneFork() {
    return new TestParserSettings();
  }

  TestParserSettings withForks(int value) {
    forks = value;
    return this;
  }

  TestParserSettings withHeapMegabytes(int value) {
    heapMegabytes = value;
    return this;
  }

  TestParserSettings withTotalMillis(int value) {
    total = Duration.ofMillis(value);
    return this;
  }

  TestParserSettings withSilenceMillis(int value) {
    silence = Duration.ofMillis(value);
    return this;
  }

  TestParserSettings withDocumentForks(int value) {
    documentForks = value;
    return this;
  }

  TestParserSettings withDocumentTime(Duration value) {
    documentTime = value;
    return this;
  }

  TestParserSettings withGaps(GapTolerance value) {
    gaps = value;
    return this;
  }

  TestParserSettings withRecycleAfter(int value) {
    recycleAfter = value;
    return this;
  }

  TestParserSettings withRecycleAbove(ByteSize value) {
    recycleAbove = value;
    return this;
  }

  TestParserSettings withSandbox(SandboxMode value) {
    sandbox = value;
    return this;
  }

  TestParserSettings withOcr(OcrSettings value) {
    ocr = value;
    return this;
  }

  ParserSettings in(Path workFolder) {
    return new ParserSettings(
        forks,
        ByteSize.ofMegabytes(heapMegabytes),
        total,
        silence,
        documentTime,
        documentForks,
        gaps,
        100,
        10_000L,
        2_000,
        ByteSize.ofMegabytes(64),
        10,
        4_000_000L,
        1_000,
        TextMode.LAYOUT,
        ocr,
        recycleAfter,
        recycleAbove,
        sandbox,
        workFolder);
  }
}
