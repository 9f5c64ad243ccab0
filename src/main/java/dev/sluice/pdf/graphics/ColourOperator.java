package dev.sluice.pdf.graphics;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
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
 * One of the operators that set colours (ISO 32000-1, table 74). It tells white from all other
 * colours: nothing else is asked for, and colour profiles are large.
 */
public final class ColourOperator extends OperatorProcessor {

  private static final float NEARLY = 0.01f;
  private static final PDColor WHITE = new PDColor(new float[] {1}, PDDeviceGray.INSTANCE);
  private static final PDColor OTHER = new PDColor(new float[] {0}, PDDeviceGray.INSTANCE);

  private final String name;
  private final boolean strokes;

  private ColourOperator(PDFStreamEngine engine, String name) {
    super(engine);
    this.name = name;
    this.strokes = Character.isUpperCase(name.charAt(0));
  }

  /** All of them. */
  static List<OperatorProcessor> all(PDFStreamEngine engine) {
    return Stream.of("g", "rg", "k", "cs", "sc", "scn", "G", "RG", "K", "CS", "SC", "SCN")
        .<OperatorProcessor>map(name -> new ColourOperator(engine, name))
        .toList();
  }

  /** True when what is filled cannot be seen on white paper. */
  public static boolean fillsWhite(PDGraphicsState state) {
    return state.getNonStrokingColor() == WHITE;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    PDGraphicsState state = getContext().getGraphicsState();
    PDColorSpace space = space(state, operands);
    PDColor colour = isWhite(space, operands) ? WHITE : OTHER;
    if (strokes) {
      state.setStrokingColorSpace(space);
      state.setStrokingColor(colour);
    } else {
      state.setNonStrokingColorSpace(space);
      state.setNonStrokingColor(colour);
    }
  }

  private PDColorSpace space(PDGraphicsState state, List<COSBase> operands) {
    return switch (name) {
      case "g", "G" -> PDDeviceGray.INSTANCE;
      case "rg", "RG" -> PDDeviceRGB.INSTANCE;
      case "k", "K" -> PDDeviceCMYK.INSTANCE;
      case "cs", "CS" -> named(operands);
      default -> strokes ? state.getStrokingColorSpace() : state.getNonStrokingColorSpace();
    };
  }

  private static boolean isWhite(PDColorSpace space, List<COSBase> components) {
    if (space == null || components.isEmpty()) {
      return false;
    }
    float white = space == PDDeviceCMYK.INSTANCE ? 0 : 1;
    for (COSBase component : components) {
      if (!(component instanceof COSNumber number)
          || Math.abs(number.floatValue() - white) >= NEARLY) {
        return false;
      }
    }
    return true;
  }

  /** The device's colour space that comes nearest to the named one; null when none does. */
  private PDColorSpace named(List<COSBase> operands) {
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
