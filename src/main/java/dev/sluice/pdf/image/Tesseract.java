package dev.sluice.pdf.image;

import dev.sluice.pdf.OcrSettings;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The program <a href="https://tesseract-ocr.github.io/">Tesseract</a>: reads the text of a
 * picture, one thread and one page at a time.
 */
public final class Tesseract {

  private static final int EXIT_SECONDS = 5;

  private final OcrSettings settings;
  private final Path picture;
  private final Path answer;

  /** Keeps what it exchanges with the program in a folder. */
  public Tesseract(OcrSettings settings, Path folder) {
    this.settings = settings;
    this.picture = folder.resolve("page.pgm");
    this.answer = folder.resolve("page.hocr");
  }

  /**
   * The lines of a grey picture. Throws {@link IOException} when the program takes longer than
   * {@code time} or fails.
   */
  public Hocr read(BufferedImage grey, int dotsPerInch, Duration time) throws IOException {
    try {
      write(grey);
      run(dotsPerInch, time);
      try (InputStream hocr = Files.newInputStream(answer)) {
        return Hocr.of(hocr);
      }
    } finally {
      Files.deleteIfExists(picture);
      Files.deleteIfExists(answer);
    }
  }

  /** As a portable greymap: there is nothing to compress for a reader next door. */
  private void write(BufferedImage grey) throws IOException {
    String header = "P5 " + grey.getWidth() + " " + grey.getHeight() + " 255\n";
    try (OutputStream out = Files.newOutputStream(picture)) {
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      out.write(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    }
  }

  private void run(int dotsPerInch, Duration time) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "tesseract",
            picture.toString(),
            "stdout",
            "-l",
            settings.language(),
            "--dpi",
            String.valueOf(dotsPerInch),
            "-c",
            "tessedit_create_hocr=1");
    // Its threads would fight the other forks for the cores.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectOutput(answer.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("OCR was not done after " + time.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("OCR ended with exit code " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("OCR was interrupted", e);
    } finally {
      end(process);
    }
  }

  private static void end(Process process) throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
