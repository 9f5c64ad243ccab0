package dev.sluice.pdf.table;

import java.util.regex.Pattern;

/** Recognises the marks before the items of lists. */
final class Bullet {

  private static final Pattern MARK =
      Pattern.compile(
          "[\\p{Po}\\p{So}\\p{Sm}\\p{Pd}•▪●◦o§]|[(]?(\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\\d+(\\.\\d+)+\\.?");

  private Bullet() {}

  static boolean isOne(Segment segment) {
    return MARK.matcher(segment.text()).matches();
  }
}
