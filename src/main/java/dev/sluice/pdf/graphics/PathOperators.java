package dev.sluice.pdf.graphics;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.SetLineWidth;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/**
 * The operators that build and paint paths (ISO 32000-1, tables 59 to 61), and what they depend on.
 */
final class PathOperators {

  private interface Action {
    void run(Point2D.Float[] points);
  }

  private final PDFStreamEngine engine;
  private final RulingCollector target;
  private final List<OperatorProcessor> all = new ArrayList<>();

  private PathOperators(PDFStreamEngine engine, RulingCollector target) {
    this.engine = engine;
    this.target = target;
  }

  /** To be added to the engine; they tell the target what the page draws. */
  static List<OperatorProcessor> of(PDFStreamEngine engine, RulingCollector target) {
    PathOperators operators = new PathOperators(engine, target);
    operators.addPaths();
    operators.addPaints();
    operators.all.add(new SetLineWidth(engine));
    operators.all.addAll(ColourOperator.all(engine));
    return operators.all;
  }

  private void addPaths() {
    on("m", 1, points -> target.path().move(points[0]));
    on("l", 1, points -> target.path().line(points[0]));
    on("c", 3, points -> target.path().curve(points[2]));
    on("v", 2, points -> target.path().curve(points[1]));
    on("y", 2, points -> target.path().curve(points[1]));
    on("h", 0, points -> target.path().close());
    all.add(new Rectangle());
    on("W", 0, points -> target.clipNext());
    on("W*", 0, points -> target.clipNext());
  }

  private void addPaints() {
    paint("n", false, false, false);
    paint("S", false, true, false);
    paint("s", true, true, false);
    paint("f", false, false, true);
    paint("F", false, false, true);
    paint("f*", false, false, true);
    paint("B", false, true, true);
    paint("B*", false, true, true);
    paint("b", true, true, true);
    paint("b*", true, true, true);
  }

  private void paint(String name, boolean close, boolean stroke, boolean fill) {
    on(
        name,
        0,
        points -> {
          if (close) {
            target.path().close();
          }
          target.paint(engine.getGraphicsState(), stroke, fill);
        });
  }

  private void on(String name, int points, Action action) {
    all.add(new Path(name, points, action));
  }

  private Point2D.Float point(float x, float y) {
    return engine.transformedPoint(x, y);
  }

  /** An operator whose operands are points; one without enough of them is passed over. */
  private final class Path extends OperatorProcessor {

    private final String name;
    private final int count;
    private final Action action;

    Path(String name, int count, Action action) {
      super(engine);
      this.name = name;
      this.count = count;
      this.action = action;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      if (operands.size() < 2 * count || !checkArrayTypesClass(operands, COSNumber.class)) {
        return;
      }
      Point2D.Float[] points = new Point2D.Float[count];
      for (int at = 0; at < count; at++) {
        points[at] = point(number(operands, 2 * at), number(operands, 2 * at + 1));
      }
      action.run(points);
    }

    @Override
    public String getName() {
      return name;
    }
  }

  /** {@code x y width height re} */
  private final class Rectangle extends OperatorProcessor {

    Rectangle() {
      super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      if (operands.size() < 4 || !checkArrayTypesClass(operands, COSNumber.class)) {
        return;
      }
      float x = number(operands, 0);
      float y = number(operands, 1);
      float right = x + number(operands, 2);
      float top = y + number(operands, 3);
      target.path().move(point(x, y));
      target.path().line(point(right, y));
      target.path().line(point(right, top));
      target.path().line(point(x, top));
      target.path().close();
    }

    @Override
    public String getName() {
      return "re";
    }
  }

  private static float number(List<COSBase> operands, int at) {
    return ((COSNumber) operands.get(at)).floatValue();
  }
}
