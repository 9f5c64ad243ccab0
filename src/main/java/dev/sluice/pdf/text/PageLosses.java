package dev.sluice.pdf.text;

import dev.sluice.pdf.content.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what of a page is not read, so that the page can say so. Not for several threads. */
public final class PageLosses {

  /** Glyphs; fewer may be ornaments. */
  private static final int MANY_UNKNOWN = 10;

  private final Map<String, Integer> operators = new TreeMap<>();
  private int unreadBytes;
  private int shown;
  private int unknown;
  private int hidden;
  private int outside;
  private boolean damaged;
  private boolean brokenOff;

  /** Forgets the page before. */
  public void clear() {
    operators.clear();
    unreadBytes = 0;
    shown = 0;
    unknown = 0;
    hidden = 0;
    outside = 0;
    damaged = false;
    brokenOff = false;
  }

  /** Counts an operator that could not be carried out, by its name. */
  public void operator(String name) {
    operators.merge(name, 1, Integer::sum);
  }

  /** The contents could not be decoded to their end. */
  public void damaged() {
    damaged = true;
  }

  /** Reading the contents ended before their end. */
  public void brokenOff() {
    brokenOff = true;
  }

  /** Counts text in a font that cannot be read. */
  void unreadText(int bytes) {
    unreadBytes += bytes;
  }

  /** Counts a glyph that is shown, and whether its text is more than a guess. */
  void glyph(boolean known) {
    shown++;
    unknown += known ? 0 : 1;
  }

  /** A glyph that is shown stands for nobody knows what. */
  void withoutUnicode() {
    unknown++;
  }

  /** True if nobody knows what most of the page's glyphs stand for. */
  public boolean isMostlyUnknown() {
    return unknown >= MANY_UNKNOWN && 2 * unknown > shown;
  }

  /** Counts the text of a glyph that a hidden layer hides. */
  void inHiddenLayer(String text) {
    hidden += visible(text);
  }

  /** Counts the text of a glyph that stands outside of the crop box. */
  void outsidePage(String text) {
    outside += visible(text);
  }

  private static int visible(String text) {
    return text.isBlank() ? 0 : 1;
  }

  /** What was lost on the page with this number; empty for most pages. */
  public List<Flag> flags(int number) {
    List<Flag> flags = new ArrayList<>();
    if (!operators.isEmpty() || unreadBytes > 0) {
      flags.add(new Flag(number, Flag.CONTENT_SKIPPED, skipped()));
    }
    if (damaged || brokenOff) {
      flags.add(new Flag(number, Flag.CONTENT_DAMAGED, damage()));
    }
    if (unknown > 0) {
      String text = unknown + " of " + counted(shown, "character") + " without a Unicode value.";
      flags.add(new Flag(number, Flag.NO_UNICODE, text));
    }
    if (hidden > 0) {
      String text = counted(hidden, "character") + " in a hidden layer.";
      flags.add(new Flag(number, Flag.HIDDEN_TEXT, text));
    }
    if (outside > 0) {
      String text = counted(outside, "character") + " outside of the visible part of the page.";
      flags.add(new Flag(number, Flag.OUTSIDE_TEXT, text));
    }
    return flags;
  }

  private String skipped() {
    List<String> parts = new ArrayList<>();
    if (!operators.isEmpty()) {
      int all = operators.values().stream().mapToInt(Integer::intValue).sum();
      parts.add(
          counted(all, "operator")
              + " could not be read: "
              + String.join(", ", operators.keySet()));
    }
    if (unreadBytes > 0) {
      parts.add(counted(unreadBytes, "byte") + " of text in a font that could not be read");
    }
    return String.join("; ", parts) + ".";
  }

  private String damage() {
    return damaged
        ? "Its content stream is damaged or missing in part. What could be decoded of it was read."
        : "Its content could not be read to the end. What stands before was read.";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
