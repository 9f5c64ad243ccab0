package dev.sluice.pdf.graphics;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;

/** Tells whether what is painted in a colour can be seen on white paper. */
final class Visibility {

  private static final float ALMOST = 0.02f;
  private static final int PALE = 0xFA;

  private Visibility() {}

  /** False for white; true for a colour that cannot be made out. */
  static boolean isVisible(PDColor color) {
    float[] parts = color.getComponents();
    if (color.getColorSpace() instanceof PDPattern) {
      return true;
    }
    if (color.getColorSpace() instanceof PDDeviceCMYK) {
      return any(parts, 0);
    }
    if (color.getColorSpace() instanceof PDDeviceGray
        || color.getColorSpace() instanceof PDDeviceRGB) {
      return any(parts, 1);
    }
    return isVisibleOnScreen(color);
  }

  private static boolean any(float[] parts, float blank) {
    for (float part : parts) {
      if (Math.abs(part - blank) > ALMOST) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVisibleOnScreen(PDColor color) {
    try {
      int rgb = color.toRGB();
      return (rgb >> 16 & 0xFF) < PALE || (rgb >> 8 & 0xFF) < PALE || (rgb & 0xFF) < PALE;
    } catch (IOException | RuntimeException broken) {
      return true;
    }
  }
}
