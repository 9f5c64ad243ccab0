package dev.sluice.pdf.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Turns letters as they stand on the page, from left to right, into text as it is read. Ligatures
 * and presentation forms are taken apart, right-to-left runs turned around. Equal to what PDFBox
 * makes of them.
 */
final class LogicalText {

  /** Below it nothing is a ligature and nothing runs from right to left. */
  static final char FIRST_SPECIAL = '\u0590';

  private static final String MIRRORS = "/org/apache/pdfbox/resources/text/BidiMirroring.txt";
  private static final Map<Character, Character> MIRRORED = mirrored();
  private static final char ALLAH = '\uFDF2';

  private LogicalText() {}

  static String of(String visual) {
    String plain = withoutPresentationForms(visual);
    return Bidi.requiresBidi(plain.toCharArray(), 0, plain.length()) ? turned(plain) : plain;
  }

  /** Letters of one glyph that run from right to left stand on the page the other way round. */
  static String visual(String glyph) {
    if (glyph.length() < 2) {
      return glyph;
    }
    boolean runsLeft = glyph.codePoints().anyMatch(LogicalText::runsLeft);
    boolean several = glyph.codePointCount(0, glyph.length()) > 1;
    return runsLeft && several ? new StringBuilder(glyph).reverse().toString() : glyph;
  }

  static boolean runsLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static String withoutPresentationForms(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 8);
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (isPresentationForm(character)) {
        plain.append(takenApart(character, at == 0 ? 0 : text.charAt(at - 1)));
      } else {
        plain.append(character);
      }
    }
    return plain.toString();
  }

  private static boolean isPresentationForm(char character) {
    return character >= '\uFB00' && character <= '\uFDFF'
        || character >= '\uFE70' && character <= '\uFEFF';
  }

  private static String takenApart(char character, int before) {
    if (character == ALLAH && (before == '\u0627' || before == '\uFE8D')) {
      return "\u0644\u0644\u0647"; // some fonts draw its first letter as a glyph of its own
    }
    String parts = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKC).trim();
    boolean runsLeft = character >= '\uFB1D';
    return runsLeft && parts.length() > 1 ? new StringBuilder(parts).reverse().toString() : parts;
  }

  /** By the runs of the Unicode bidirectional algorithm. */
  private static String turned(String visual) {
    Bidi bidi = new Bidi(visual, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (!bidi.isMixed() && bidi.getBaseLevel() == Bidi.DIRECTION_LEFT_TO_RIGHT) {
      return visual;
    }
    int count = bidi.getRunCount();
    byte[] levels = new byte[count];
    Integer[] runs = new Integer[count];
    for (int run = 0; run < count; run++) {
      levels[run] = (byte) bidi.getRunLevel(run);
      runs[run] = run;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, count);
    StringBuilder logical = new StringBuilder(visual.length());
    for (int at = 0; at < count; at++) {
      int run = runs[at];
      append(visual, bidi.getRunStart(run), bidi.getRunLimit(run), levels[run] % 2 != 0, logical);
    }
    return logical.toString();
  }

  private static void append(
      String visual, int start, int end, boolean backwards, StringBuilder target) {
    if (!backwards) {
      target.append(visual, start, end);
      return;
    }
    for (int at = end; at > start; ) {
      int codePoint = visual.codePointBefore(at);
      at -= Character.charCount(codePoint);
      char character = (char) codePoint;
      boolean mirrored = Character.isBmpCodePoint(codePoint) && Character.isMirrored(codePoint);
      target.appendCodePoint(mirrored ? MIRRORED.getOrDefault(character, character) : codePoint);
    }
  }

  private static Map<Character, Character> mirrored() {
    Map<Character, Character> mirrored = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PDFTextStripper.class.getResourceAsStream(MIRRORS), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] pair = line.replaceFirst("#.*", "").split(";");
        if (pair.length == 2) {
          mirrored.put(character(pair[0]), character(pair[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mirrored;
  }

  private static char character(String hexadecimal) {
    return (char) Integer.parseInt(hexadecimal.trim(), 16);
  }
}
