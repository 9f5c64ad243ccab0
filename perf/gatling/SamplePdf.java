package dev.sluice.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A PDF on its way to Sluice.
 *
 * @param sort what it is, such as "good" or "hanging"
 */
record SamplePdf(String name, String sort, byte[] bytes) {

  /** The file's name begins with what it is. */
  static SamplePdf read(Path file) {
    try {
      String name = file.getFileName().toString();
      return new SamplePdf(name, name.substring(0, name.indexOf('-')), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with a comment behind its end, so that its content is new. */
  SamplePdf numbered(String run, long number) {
    byte[] comment = "\n%% %s %d\n".formatted(run, number).getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(bytes, bytes.length + comment.length);
    System.arraycopy(comment, 0, both, bytes.length, comment.length);
    return new SamplePdf(run + "-" + number + ".pdf", sort, both);
  }

  boolean isHostile() {
    return !sort.equals("good") && !sort.equals("large");
  }
}
