package dev.sluice.pdf.graphics;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.table.Ruling;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Collects the lines of a page that may rule tables: strokes, thin filled rectangles and the edges
 * of larger ones. What is white or clipped away is left out.
 */
public final class RulingCollector {

  /** A page with more is a drawing; its other lines are left out. */
  public static final int MAX_RULINGS = 10_000;

  private static final float MAX_THICKNESS = 4;
  private static final float MAX_SLANT = 0.7f;
  private static final float MIN_LENGTH = 3;

  /** More nested clips than these cost more than they tell. */
  private static final int MAX_CLIPS = 50;

  private AffineTransform toPage;
  private AffineTransform toUser;
  private PagePath path;
  private List<Ruling> rulings;
  private boolean clipsNext;
  private boolean cut;

  /** Has no rulings until a page starts. */
  public RulingCollector() {
    startPage(new AffineTransform());
  }

  /** Forgets the page before. */
  public void startPage(PDPage page) {
    startPage(PageBox.shown(page));
  }

  /** The operators that build and paint paths, and those that set colours. */
  public List<OperatorProcessor> operators(PDFStreamEngine engine) {
    return PathOperators.of(engine, this);
  }

  /** Takes what maps the page's user space to the page as it is shown, see {@link PageBox}. */
  private void startPage(AffineTransform shown) {
    toPage = shown;
    toUser = PageBox.inverse(shown);
    path = new PagePath(shown);
    rulings = new ArrayList<>();
    clipsNext = false;
    cut = false;
  }

  PagePath path() {
    return path;
  }

  /** In the order in which they are drawn, at most {@link #MAX_RULINGS}. */
  public List<Ruling> rulings() {
    return rulings;
  }

  /** True when the page draws more than was collected. */
  public boolean isCut() {
    return cut;
  }

  /** The path will clip what comes after it is painted. */
  void clipNext() {
    clipsNext = true;
  }

  /** Ends the path. */
  void paint(PDGraphicsState state, boolean stroke, boolean fill) {
    boolean paints = stroke || fill;
    boolean fits = !path.isTooLarge() && rulings.size() < MAX_RULINGS;
    cut |= paints && !fits;
    if (paints && fits) {
      Rectangle2D clip = clip(state);
      if (stroke && Visibility.isVisible(state.getStrokingColor())) {
        stroke(thickness(state), clip);
      }
      if (fill && Visibility.isVisible(state.getNonStrokingColor())) {
        path.rectangles().forEach(box -> fill(box, clip));
      }
    }
    if (clipsNext) {
      clipsNext = false;
      narrowClip(state);
    }
    path.clear();
  }

  private void stroke(float thickness, Rectangle2D clip) {
    if (thickness > MAX_THICKNESS) {
      return;
    }
    for (Line2D.Float line : path.lines()) {
      float width = Math.abs(line.x1 - line.x2);
      float height = Math.abs(line.y1 - line.y2);
      if (Math.min(width, height) <= MAX_SLANT) {
        Box box = new Box(Math.min(line.x1, line.x2), Math.min(line.y1, line.y2), width, height);
        add(straight(box), thickness, clip);
      }
    }
  }

  private void fill(Box box, Rectangle2D clip) {
    float thickness = Math.min(box.width(), box.height());
    if (thickness <= MAX_THICKNESS) {
      add(straight(box), Math.max(thickness, Float.MIN_NORMAL), clip);
      return;
    }
    add(new Box(box.x(), box.y(), box.width(), 0), 0, clip);
    add(new Box(box.x(), box.bottom(), box.width(), 0), 0, clip);
    add(new Box(box.x(), box.y(), 0, box.height()), 0, clip);
    add(new Box(box.right(), box.y(), 0, box.height()), 0, clip);
  }

  /** The middle line of a thin box. */
  private static Box straight(Box box) {
    return box.width() >= box.height()
        ? new Box(box.x(), box.y() + box.height() / 2, box.width(), 0)
        : new Box(box.x() + box.width() / 2, box.y(), 0, box.height());
  }

  private void add(Box line, float thickness, Rectangle2D clip) {
    float x1 = (float) Math.max(line.x(), clip.getMinX());
    float y1 = (float) Math.max(line.y(), clip.getMinY());
    float x2 = (float) Math.min(line.right(), clip.getMaxX());
    float y2 = (float) Math.min(line.bottom(), clip.getMaxY());
    if (x2 < x1 || y2 < y1 || Math.max(x2 - x1, y2 - y1) < MIN_LENGTH) {
      return;
    }
    if (rulings.size() < MAX_RULINGS) {
      rulings.add(new Ruling(x1, y1, x2, y2, thickness));
    } else {
      cut = true;
    }
  }

  /** The box around what is not clipped away, a little larger: lines have a thickness. */
  private Rectangle2D clip(PDGraphicsState state) {
    Rectangle2D clip = new Rectangle2D.Float(-1e6f, -1e6f, 2e6f, 2e6f);
    List<Path2D> paths = state.getCurrentClippingPaths();
    if (paths.size() <= MAX_CLIPS) {
      for (Path2D part : paths) {
        clip = clip.createIntersection(part.getBounds2D());
      }
      Rectangle2D shown = toPage.createTransformedShape(clip).getBounds2D();
      shown.setRect(
          shown.getX() - 1, shown.getY() - 1, shown.getWidth() + 2, shown.getHeight() + 2);
      return clip.isEmpty() ? new Rectangle2D.Float(-1e6f, -1e6f, 0, 0) : shown;
    }
    return clip;
  }

  /** By the box around the path: exact shapes cost much and tables are not clipped by them. */
  private void narrowClip(PDGraphicsState state) {
    Box bounds = path.bounds();
    if (bounds != null
        && !path.isTooLarge()
        && state.getCurrentClippingPaths().size() < MAX_CLIPS) {
      Rectangle2D shown =
          new Rectangle2D.Float(bounds.x(), bounds.y(), bounds.width(), bounds.height());
      state.intersectClippingPath(new GeneralPath(toUser.createTransformedShape(shown)));
    }
  }

  private static float thickness(PDGraphicsState state) {
    Matrix matrix = state.getCurrentTransformationMatrix();
    float scale = Math.min(matrix.getScalingFactorX(), matrix.getScalingFactorY());
    return Math.max(state.getLineWidth() * scale, Float.MIN_NORMAL);
  }
}
