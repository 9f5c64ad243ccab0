package dev.sluice.tables;

import java.util.Random;

/** Draws something that looks a little like a table and is not one. */
final class Distraction {

  private final Canvas canvas;
  private final Random random;
  private final Vocabulary says;

  Distraction(Canvas canvas, Random random) {
    this.canvas = canvas;
    this.random = random;
    this.says = new Vocabulary(random);
  }

  /** Answers where it ends; draws nothing where there is no room, and often otherwise. */
  float any(float left, float width, float y) {
    if (y > canvas.height - 260) {
      return y;
    }
    return switch (random.nextInt(6)) {
      case 0 -> list(left, width, y);
      case 1 -> chart(left, width, y);
      case 2 -> contents(left, width, y);
      case 3 -> box(left, width, y);
      default -> y;
    };
  }

  private float list(float left, float width, float y) {
    float at = y + 12;
    for (int item = 1; item <= 3 + random.nextInt(3); item++) {
      canvas.text(left + 10, at, 10, false, random.nextBoolean() ? item + "." : "\u2022");
      for (String line : canvas.wrapped(says.sentence(18), 10, false, width - 40)) {
        canvas.text(left + 30, at, 10, false, line);
        at += 12;
      }
    }
    return at + 6;
  }

  private float chart(float left, float width, float y) {
    float bottom = y + 120;
    canvas.line(left + 30, y + 10, left + 30, bottom);
    canvas.line(left + 30, bottom, left + width, bottom);
    for (int tick = 0; tick <= 5; tick++) {
      canvas.text(left + 8, bottom - tick * 20 + 3, 7, false, "" + tick * 20);
      canvas.line(left + 30, bottom - tick * 20, left + width, bottom - tick * 20);
    }
    for (int bar = 0; bar < 8; bar++) {
      float x = left + 40 + bar * (width - 50) / 8;
      canvas.area(x, bottom - 20 - random.nextInt(70), 20, 20, 0.5f);
      canvas.text(x, bottom + 10, 7, false, "" + (2000 + bar));
    }
    canvas.text(left, bottom + 26, 9, true, "Figure 1. " + says.sentence(5));
    return bottom + 40;
  }

  private float contents(float left, float width, float y) {
    float at = y + 12;
    int page = 1;
    for (int chapter = 1; chapter <= 6; chapter++) {
      String title = chapter + ". " + says.sentence(4);
      page += 1 + random.nextInt(9);
      float end = left + width - 20;
      canvas.text(left, at, 10, false, title);
      float from = left + canvas.widthOf(title, 10, false) + 2;
      int dots = (int) ((end - from) / canvas.widthOf(".", 10, false)) - 1;
      canvas.text(from, at, 10, false, ".".repeat(Math.max(4, dots)));
      canvas.text(end, at, 10, false, "" + page);
      at += 13;
    }
    return at + 6;
  }

  private float box(float left, float width, float y) {
    float at = y + 16;
    for (String line : canvas.wrapped(says.sentence(40), 9, false, width - 20)) {
      canvas.text(left + 10, at, 9, false, line);
      at += 11;
    }
    canvas.line(left, y, left + width, y);
    canvas.line(left, at, left + width, at);
    canvas.line(left, y, left, at);
    canvas.line(left + width, y, left + width, at);
    return at + 14;
  }
}
