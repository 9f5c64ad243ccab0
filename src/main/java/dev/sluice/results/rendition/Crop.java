package dev.sluice.results.rendition;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.pdf.content.Box;

/**
 * A part of a page, in whole points, so that boxes that differ by a hair are drawn once.
 *
 * @param x from the left edge of the page as it is shown
 * @param y from its upper edge
 */
record Crop(int x, int y, int width, int height) {

  /** Points that are shown around what was asked for. */
  private static final int MARGIN = 6;

  /** Longest side of a page that PDF has without units of its own, in points. */
  private static final int MAX_POINTS = 14_400;

  /** Reads {@code x,y,width,height}; throws {@link FailureException} that says what is wrong. */
  static Crop of(String text) {
    String[] numbers = text.split(",", -1);
    if (numbers.length != 4) {
      throw badRequest("crop must be x,y,width,height in points.");
    }
    Box box =
        new Box(points(numbers[0]), points(numbers[1]), points(numbers[2]), points(numbers[3]));
    if (box.width() <= 0 || box.height() <= 0) {
      throw badRequest("The width and the height of crop must be above 0.");
    }
    return around(box);
  }

  private static Crop around(Box box) {
    int left = (int) Math.max(0, Math.floor(box.x() - MARGIN));
    int top = (int) Math.max(0, Math.floor(box.y() - MARGIN));
    int right = (int) Math.ceil(box.right() + MARGIN);
    int bottom = (int) Math.ceil(box.bottom() + MARGIN);
    return new Crop(left, top, right - left, bottom - top);
  }

  private static float points(String text) {
    try {
      float number = Float.parseFloat(text);
      if (number >= 0 && number <= MAX_POINTS) {
        return number;
      }
    } catch (NumberFormatException none) {
      // The same answer as for a number that is not on any page.
    }
    throw badRequest("Each number of crop must be 0 to " + MAX_POINTS + " points.");
  }

  Box box() {
    return new Box(x, y, width, height);
  }

  /** As an ETag has it. */
  @Override
  public String toString() {
    return x + "." + y + "." + width + "." + height;
  }

  private static FailureException badRequest(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
