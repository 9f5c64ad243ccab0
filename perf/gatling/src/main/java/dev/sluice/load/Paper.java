package dev.sluice.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A PDF on its way to Sluice.
 *
 * @param sort what it is, such as "good" or "hanging"
 */
record Paper(String name, String sort, byte[] bytes) {

  /** The same with a comment behind its end, so that its content is new. */
  Paper numbered(String run, long number) {
    byte[] comment = "\n%% %s %d\n".formatted(run, number).getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(bytes, bytes.length + comment.length);
    System.arraycopy(comment, 0, both, bytes.length, comment.length);
    return new Paper(run + "-" + number + ".pdf", sort, both);
  }

  boolean isHostile() {
    return !sort.equals("good") && !sort.equals("large");
  }
}
