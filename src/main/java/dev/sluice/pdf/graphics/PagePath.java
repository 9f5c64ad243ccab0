package dev.sluice.pdf.graphics;

import dev.sluice.pdf.content.Box;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The path that a content stream is building, in points from the upper left corner of the shown
 * page. Of curves only their ends are kept.
 */
final class PagePath {

  /** A larger path is a drawing, not a table. */
  private static final int MAX_POINTS = 20_000;

  private static final float TOLERANCE = 0.5f;

  private static final class PathPiece {
    final List<Point2D.Float> points = new ArrayList<>();
    boolean curved;

    Point2D.Float last() {
      return points.get(points.size() - 1);
    }
  }

  private final AffineTransform toPage;
  private final List<PathPiece> parts = new ArrayList<>();
  private int points;

  /** Takes what maps the page's user space to the page as it is shown. */
  PagePath(AffineTransform toPage) {
    this.toPage = toPage;
  }

  void clear() {
    parts.clear();
    points = 0;
  }

  void move(Point2D.Float user) {
    parts.add(new PathPiece());
    add(user);
  }

  void line(Point2D.Float user) {
    if (parts.isEmpty()) {
      parts.add(new PathPiece());
    }
    add(user);
  }

  void curve(Point2D.Float user) {
    line(user);
    parts.get(parts.size() - 1).curved = true;
  }

  void close() {
    if (!parts.isEmpty() && !isTooLarge()) {
      PathPiece part = parts.get(parts.size() - 1);
      Point2D.Float first = part.points.get(0);
      part.points.add(first);
      parts.add(new PathPiece());
      parts.get(parts.size() - 1).points.add(first);
    }
  }

  private void add(Point2D.Float user) {
    if (++points <= MAX_POINTS) {
      Point2D.Float shown = new Point2D.Float();
      toPage.transform(user, shown);
      parts.get(parts.size() - 1).points.add(shown);
    } else if (parts.get(parts.size() - 1).points.isEmpty()) {
      parts.remove(parts.size() - 1);
    }
  }

  boolean isTooLarge() {
    return points > MAX_POINTS;
  }

  /** The straight lines of it, each part on its own. */
  List<Line2D.Float> lines() {
    List<Line2D.Float> lines = new ArrayList<>();
    for (PathPiece part : parts) {
      for (int at = 1; !part.curved && at < part.points.size(); at++) {
        lines.add(new Line2D.Float(part.points.get(at - 1), part.points.get(at)));
      }
    }
    return lines;
  }

  /** Its rectangles, whose sides are parallel to the page's. */
  List<Box> rectangles() {
    List<Box> boxes = new ArrayList<>();
    for (PathPiece part : parts) {
      if (isRectangle(part)) {
        boxes.add(around(part.points));
      }
    }
    return boxes;
  }

  /** The smallest box around all of it; null when it is empty. */
  Box bounds() {
    List<Point2D.Float> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.points));
    return all.isEmpty() ? null : around(all);
  }

  private static boolean isRectangle(PathPiece part) {
    int corners = part.points.size();
    if (part.curved || corners < 4 || corners > 5) {
      return false;
    }
    Box box = around(part.points);
    for (int at = 0; at < corners; at++) {
      Point2D.Float point = part.points.get(at);
      Point2D.Float next = part.points.get((at + 1) % corners);
      if (!isCorner(point, box) || isDiagonal(point, next)) {
        return false;
      }
    }
    return corners == 4 || isNear(part.points.get(0).x, part.last().x);
  }

  private static boolean isCorner(Point2D.Float point, Box box) {
    return (isNear(point.x, box.x()) || isNear(point.x, box.right()))
        && (isNear(point.y, box.y()) || isNear(point.y, box.bottom()));
  }

  private static boolean isDiagonal(Point2D.Float one, Point2D.Float other) {
    return !isNear(one.x, other.x) && !isNear(one.y, other.y);
  }

  private static boolean isNear(float one, float other) {
    return Math.abs(one - other) <= TOLERANCE;
  }

  private static Box around(List<Point2D.Float> points) {
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (Point2D.Float point : points) {
      left = Math.min(left, point.x);
      top = Math.min(top, point.y);
      right = Math.max(right, point.x);
      bottom = Math.max(bottom, point.y);
    }
    return new Box(left, top, right - left, bottom - top);
  }
}
