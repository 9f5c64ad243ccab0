package dev.sluice.web.problem;

import java.util.regex.Pattern;

/**
 * Recognises paths that are written in the one way that all layers read alike. Tomcat finds its
 * servlets by the decoded path, Spring and Camel look at the path as it was sent.
 */
final class PlainPath {

  /** A parameter, an empty segment or one of dots, or a character that needs no code (RFC 3986). */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          ";|//|/\\.{1,2}(/|$)|%(2[de]|3\\d|[46][1-9a-f]|[57][\\da]|5f|7e)",
          Pattern.CASE_INSENSITIVE);

  private PlainPath() {}

  static boolean isPlain(String path) {
    return !OTHERWISE.matcher(path).find();
  }
}
