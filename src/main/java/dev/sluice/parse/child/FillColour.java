package dev.sluice.parse.child;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/**
 * The operators that set the fill colour, of which only white is told from all others: colour
 * profiles are large, and nothing else is asked for.
 */
final class FillColour extends OperatorProcessor {

  private static final float NEARLY = 0.01f;
  private static final PDColor WHITE = new PDColor(new float[] {1}, PDDeviceGray.INSTANCE);
  private static final PDColor OTHER = new PDColor(new float[] {0}, PDDeviceGray.INSTANCE);

  private final String name;

  private FillColour(PDFStreamEngine engine, String name) {
    super(engine);
    this.name = name;
  }

  static void addTo(PDFStreamEngine engine) {
    List.of(
            OperatorName.NON_STROKING_GRAY,
            OperatorName.NON_STROKING_RGB,
            OperatorName.NON_STROKING_CMYK,
            OperatorName.NON_STROKING_COLORSPACE,
            OperatorName.NON_STROKING_COLOR,
            OperatorName.NON_STROKING_COLOR_N)
        .forEach(name -> engine.addOperator(new FillColour(engine, name)));
  }

  static boolean isWhite(PDGraphicsState state) {
    return state.getNonStrokingColor() == WHITE;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    PDGraphicsState state = getContext().getGraphicsState();
    switch (name) {
      case OperatorName.NON_STROKING_GRAY -> state.setNonStrokingColorSpace(PDDeviceGray.INSTANCE);
      case OperatorName.NON_STROKING_RGB -> state.setNonStrokingColorSpace(PDDeviceRGB.INSTANCE);
      case OperatorName.NON_STROKING_CMYK -> state.setNonStrokingColorSpace(PDDeviceCMYK.INSTANCE);
      case OperatorName.NON_STROKING_COLORSPACE -> state.setNonStrokingColorSpace(space(operands));
      default -> {
        // The colour is one of the colour space that was set before.
      }
    }
    state.setNonStrokingColor(isWhite(state.getNonStrokingColorSpace(), operands) ? WHITE : OTHER);
  }

  private static boolean isWhite(PDColorSpace space, List<COSBase> components) {
    if (space == null || components.isEmpty()) {
      return false;
    }
    float white = space == PDDeviceCMYK.INSTANCE ? 0 : 1;
    return components.stream()
        .allMatch(
            component ->
                component instanceof COSNumber number
                    && Math.abs(number.floatValue() - white) < NEARLY);
  }

  /** The device's colour space that comes nearest to the named one; null when none does. */
  private PDColorSpace space(List<COSBase> operands) {
    if (operands.isEmpty() || !(operands.get(0) instanceof COSName named)) {
      return null;
    }
    PDColorSpace simple = simple(named);
    return simple != null ? simple : nearest(definition(named));
  }

  private COSBase definition(COSName named) {
    COSDictionary spaces =
        getContext().getResources().getCOSObject().getCOSDictionary(COSName.COLORSPACE);
    return spaces == null ? null : spaces.getDictionaryObject(named);
  }

  private static PDColorSpace nearest(COSBase definition) {
    if (definition instanceof COSName named) {
      return simple(named);
    }
    if (!(definition instanceof COSArray array)
        || !(array.getObject(0) instanceof COSName family)) {
      return null;
    }
    if (family.equals(COSName.ICCBASED) && array.getObject(1) instanceof COSStream profile) {
      return ofComponents(profile.getInt(COSName.N));
    }
    return simple(family);
  }

  private static PDColorSpace ofComponents(int components) {
    return switch (components) {
      case 1 -> PDDeviceGray.INSTANCE;
      case 3 -> PDDeviceRGB.INSTANCE;
      case 4 -> PDDeviceCMYK.INSTANCE;
      default -> null;
    };
  }

  private static PDColorSpace simple(COSName name) {
    return switch (name.getName()) {
      case "DeviceGray", "G", "CalGray" -> PDDeviceGray.INSTANCE;
      case "DeviceRGB", "RGB", "CalRGB" -> PDDeviceRGB.INSTANCE;
      // Inks are subtractive too: none of them is white.
      case "DeviceCMYK", "CMYK", "Separation", "DeviceN" -> PDDeviceCMYK.INSTANCE;
      default -> null;
    };
  }
}
