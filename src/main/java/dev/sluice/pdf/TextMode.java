package dev.sluice.pdf;

import java.util.Locale;

/** How the text of a page is put together. */
public enum TextMode {
  /** In reading order, with blocks and tables. */
  LAYOUT,
  /** As PDFBox's PDFTextStripper has it; no blocks, no tables. */
  PLAIN,
  /** Likewise, with the text of form fields and notes behind that of each page. */
  PLAIN_WITH_ANNOTATIONS;

  /** A fork's system property with the name of its mode. */
  private static final String PROPERTY = "sluice.text";

  /** The JVM's argument that tells a fork its mode. */
  String argument() {
    return "-D" + PROPERTY + "=" + this;
  }

  /** The mode of this fork; LAYOUT by default. */
  public static TextMode ofProperty() {
    return valueOf(System.getProperty(PROPERTY, LAYOUT.name()).toUpperCase(Locale.ROOT));
  }
}
