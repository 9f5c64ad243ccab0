package dev.sluice.pdf.image;

import dev.sluice.pdf.annotation.ValueAppearances;
import dev.sluice.pdf.budget.BoundedContents;
import dev.sluice.pdf.budget.Budget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws with an eye on the clock, on glyphs and on pixels. */
final class BoundedDrawer extends PageDrawer {

  private final Budget budget;
  private final BoundedContents contents;
  private final ValueAppearances values;

  BoundedDrawer(
      PageDrawerParameters parameters, ResourceCache cache, Budget budget, ValueAppearances values)
      throws IOException {
    super(parameters);
    this.values = values;
    this.budget = budget;
    this.contents = new BoundedContents(budget, cache);
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    super.processPage(contents.bound(page));
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.operator();
    if (OperatorName.BEGIN_INLINE_IMAGE.equals(operator.getName())
        && operator.getImageData() != null) {
      contents.check(operator.getImageParameters(), operator.getImageData());
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    budget.glyph();
    super.showFontGlyph(matrix, font, code, displacement);
  }

  @Override
  public void drawImage(PDImage image) throws IOException {
    budget.image(image.getWidth(), image.getHeight());
    super.drawImage(image);
  }

  @Override
  public void showAnnotation(PDAnnotation annotation) throws IOException {
    budget.annotation();
    super.showAnnotation(annotation);
  }

  @Override
  public PDAppearanceStream getAppearance(PDAnnotation annotation) {
    PDAppearanceStream appearance =
        valueOf(annotation).orElseGet(() -> super.getAppearance(annotation));
    return appearance == null ? null : contents.bound(appearance);
  }

  private Optional<PDAppearanceStream> valueOf(PDAnnotation annotation) {
    try {
      return values.of(annotation);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    super.showForm(contents.bound(form));
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    super.showTransparencyGroup(contents.bound(group));
  }
}
