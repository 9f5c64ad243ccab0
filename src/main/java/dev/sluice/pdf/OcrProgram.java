package dev.sluice.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tesseract as it was found on this machine, or why it is not used.
 *
 * @param isThere whether forks read scans with it
 * @param description such as {@code tesseract 5.3.0, deu+eng}
 */
record OcrProgram(OcrSettings settings, boolean isThere, String description) {

  /** Looked for on the PATH. */
  static final String NAME = "tesseract";

  private static final Logger LOG = LoggerFactory.getLogger(OcrProgram.class);
  private static final int PROBE_SECONDS = 20;

  /**
   * Looks for the program. Throws {@link IllegalStateException} when it is required and cannot be
   * used, as itself or one of the languages is missing.
   */
  static OcrProgram find(OcrSettings settings) {
    if (settings.mode() == OcrMode.OFF) {
      return new OcrProgram(settings, false, "off");
    }
    OcrProgram found = probe(settings);
    if (!found.isThere && settings.mode() == OcrMode.REQUIRED) {
      throw new IllegalStateException(
          "sluice.parser.ocr.mode is required, but there is " + found.description);
    }
    LOG.info("Pages without a text layer are {}", found.isThere ? "read by OCR" : "only flagged");
    return found;
  }

  private static OcrProgram probe(OcrSettings settings) {
    try {
      List<String> languages = output("--list-langs");
      for (String language : settings.languages()) {
        if (!languages.contains(language)) {
          return new OcrProgram(settings, false, "no language " + language + " for " + NAME);
        }
      }
      String version = output("--version").stream().findFirst().orElse(NAME);
      return new OcrProgram(settings, true, version + ", " + settings.language());
    } catch (IOException missing) {
      return new OcrProgram(settings, false, "no " + NAME + " on the PATH");
    }
  }

  private static List<String> output(String argument) throws IOException {
    Process process = new ProcessBuilder(NAME, argument).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("no answer to " + argument);
      }
      byte[] output = process.getInputStream().readNBytes(100_000);
      return new String(output, StandardCharsets.UTF_8).lines().map(String::strip).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The program that a fork may start, or nothing. */
  String program() {
    return isThere ? NAME : "";
  }

  /** What results depend on, as a part of the parser's version. */
  String version() {
    return isThere ? "+" + description.replace(", ", "-").replace(' ', '-') : "";
  }

  /** What a document's clocks leave it on top. */
  Duration time() {
    return isThere ? settings.documentTime() : Duration.ZERO;
  }

  /** The arguments of a fork. */
  List<String> arguments() {
    return isThere ? List.of(settings.argument()) : List.of();
  }
}
