package dev.sluice.parse.child;

/** How the text of a page is put together. */
public enum TextMode {
  /** In reading order, with blocks and tables. */
  LAYOUT,
  /** As PDFBox's PDFTextStripper has it; no blocks, no tables. */
  PLAIN
}
