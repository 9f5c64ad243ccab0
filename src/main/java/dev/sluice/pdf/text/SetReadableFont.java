package dev.sluice.pdf.text;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Sets the font and its size. PDFBox would leave the font before a broken one in force, in which
 * its text would mean something else.
 */
final class SetReadableFont extends SetFontAndSize {

  private final PDFont unreadable;

  /** Takes what is set in place of a broken font. */
  SetReadableFont(PDFStreamEngine engine, PDFont unreadable) {
    super(engine);
    this.unreadable = unreadable;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    try {
      super.process(operator, operands);
    } catch (MissingOperandException nothingNamed) {
      throw nothingNamed;
    } catch (IOException | RuntimeException broken) {
      getContext().getGraphicsState().getTextState().setFont(unreadable);
      throw broken;
    }
  }
}
