package dev.sluice.pdf.graphics;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** How much of a page is covered by images; a scanned page may be drawn in many strips. */
public final class ImageCoverage {

  private Rectangle2D shown = new Rectangle2D.Float();
  private double covered;

  /** Forgets the page before. */
  public void startPage(PDPage page) {
    PDRectangle box = PageBox.of(page);
    shown =
        new Rectangle2D.Float(
            box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    covered = 0;
  }

  /** From 0 to 1; where images lie upon each other it counts both. */
  public double share() {
    double whole = shown.getWidth() * shown.getHeight();
    return whole <= 0 ? 0 : Math.min(1, covered / whole);
  }

  /** The operators that draw images, and those that draw forms with them. */
  public List<OperatorProcessor> operators(PDFStreamEngine engine) {
    return List.of(new DrawNamed(engine), new DrawInline(engine));
  }

  /** An image fills the unit square of its space. */
  private void add(Matrix matrix) {
    Rectangle2D unit = new Rectangle2D.Float(0, 0, 1, 1);
    Rectangle2D image = matrix.createAffineTransform().createTransformedShape(unit).getBounds2D();
    Rectangle2D seen = image.createIntersection(shown);
    if (!seen.isEmpty()) {
      covered += seen.getWidth() * seen.getHeight();
    }
  }

  private final class DrawNamed extends DrawKnownObject {

    DrawNamed(PDFStreamEngine engine) {
      super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      boolean image =
          !operands.isEmpty()
              && operands.get(0) instanceof COSName name
              && getContext().getResources().isImageXObject(name);
      if (image) {
        add(getContext().getGraphicsState().getCurrentTransformationMatrix());
      } else {
        super.process(operator, operands);
      }
    }
  }

  private final class DrawInline extends OperatorProcessor {

    DrawInline(PDFStreamEngine engine) {
      super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      add(getContext().getGraphicsState().getCurrentTransformationMatrix());
    }

    @Override
    public String getName() {
      return OperatorName.BEGIN_INLINE_IMAGE;
    }
  }
}
