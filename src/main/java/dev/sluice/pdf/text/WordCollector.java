package dev.sluice.pdf.text;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Puts glyphs together to words, in the order in which they are drawn. */
final class WordCollector {

  /** Of the size of the type: letters that stand farther apart belong to two words. */
  private static final float GAP = 0.15f;

  /** Of the size of the type: a letter may begin this far before the end of the one before it. */
  private static final float OVERLAP = 0.5f;

  /** Of the size of the type. */
  private static final float OFF_BASELINE = 0.1f;

  private static final float LIKE_SIZE = 0.05f;
  private static final float LIKE_DIRECTION = 0.99f;

  private final Consumer<Word> target;
  private final List<Glyph> open = new ArrayList<>();

  WordCollector(Consumer<Word> target) {
    this.target = target;
  }

  /** Takes the next glyph that is drawn; true when it is a space. */
  boolean add(Glyph glyph) {
    String text = glyph.text();
    boolean space = isSpace(text);
    if (!open.isEmpty() && (space || !continues(open.get(open.size() - 1), glyph))) {
      close();
    }
    if (!space && !text.isEmpty()) {
      open.add(glyph);
    }
    return space && !text.isEmpty();
  }

  /** Ends the word. */
  void close() {
    if (!open.isEmpty()) {
      target.accept(word());
      open.clear();
    }
  }

  private static boolean isSpace(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character > ' ' && !Character.isSpaceChar(character)) {
        return false;
      }
    }
    return true;
  }

  private static boolean continues(Glyph last, Glyph next) {
    return isAlike(last, next) && (isBeside(last, next) || isBeside(next, last));
  }

  private static boolean isAlike(Glyph last, Glyph next) {
    return last.style.white == next.style.white
        && last.isBold() == next.isBold()
        && Math.abs(last.style.size - next.style.size) <= LIKE_SIZE * last.style.size
        && last.style.alongX * next.style.alongX + last.style.alongY * next.style.alongY
            > LIKE_DIRECTION;
  }

  /** Text that runs from right to left may be drawn in either order. */
  private static boolean isBeside(Glyph left, Glyph right) {
    float x = right.x - left.endX();
    float y = right.y - left.endY();
    float along = x * left.style.alongX + y * left.style.alongY;
    float across = y * left.style.alongX - x * left.style.alongY;
    return along < GAP * left.style.size
        && along > -OVERLAP * left.style.size
        && Math.abs(across) < OFF_BASELINE * left.style.size;
  }

  private Word word() {
    Glyph first = open.get(0);
    Box box = box(first);
    for (Glyph glyph : open) {
      box = box.around(box(glyph));
    }
    boolean level = Math.abs(first.style.alongY) < 0.01f;
    return new Word(
        text(),
        box,
        level ? first.y : box.bottom(),
        first.style.size,
        first.isBold(),
        first.style.white);
  }

  /** Letters that run from right to left may be drawn in either order. */
  private String text() {
    StringBuilder text = new StringBuilder();
    open.forEach(glyph -> text.append(LogicalText.visual(glyph.text())));
    if (isPlain(text)) {
      return text.toString();
    }
    if (open.get(0).style.isLevel() && text.codePoints().anyMatch(LogicalText::runsLeft)) {
      text.setLength(0);
      open.stream()
          .sorted(Comparator.comparingDouble(glyph -> glyph.x))
          .forEach(glyph -> text.append(LogicalText.visual(glyph.text())));
    }
    return LogicalText.of(text.toString());
  }

  private static boolean isPlain(CharSequence text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= LogicalText.FIRST_SPECIAL) {
        return false;
      }
    }
    return true;
  }

  private static Box box(Glyph glyph) {
    float up = glyph.style.size * glyph.style.font.ascent;
    float down = glyph.style.size * glyph.style.font.descent;
    float left = Math.min(glyph.x, glyph.endX());
    float top = Math.min(glyph.y, glyph.endY());
    float upX = glyph.style.alongY * up;
    float upY = -glyph.style.alongX * up;
    float downX = -glyph.style.alongY * down;
    float downY = glyph.style.alongX * down;
    Box line =
        new Box(left, top, Math.abs(glyph.endX() - glyph.x), Math.abs(glyph.endY() - glyph.y));
    return moved(line, upX, upY).around(moved(line, downX, downY));
  }

  private static Box moved(Box box, float x, float y) {
    return new Box(box.x() + x, box.y() + y, box.width(), box.height());
  }
}
