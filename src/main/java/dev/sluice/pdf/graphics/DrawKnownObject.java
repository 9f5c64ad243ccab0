package dev.sluice.pdf.graphics;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.MissingResourceException;

/** Draws a form or an image; PDFBox would pass over one that is not there without a word. */
public class DrawKnownObject extends DrawObject {

  /** Draws forms by the engine. */
  public DrawKnownObject(PDFStreamEngine engine) {
    super(engine);
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    if (!operands.isEmpty() && operands.get(0) instanceof COSName name && !isThere(name)) {
      throw new MissingResourceException("no such object");
    }
    super.process(operator, operands);
  }

  private boolean isThere(COSName name) {
    COSDictionary objects =
        getContext().getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    return objects != null && objects.getDictionaryObject(name) != null;
  }
}
