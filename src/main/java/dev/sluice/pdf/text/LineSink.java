package dev.sluice.pdf.text;

/** Gets the text of a page line by line. */
interface LineSink {

  void glyph(Glyph glyph);

  /** A gap between the glyphs before and behind it. */
  void gap();

  /** The line goes on farther left than the glyph before begins; not said to PDFBox's text. */
  default void jumpBack() {}

  /** The glyphs since the last end are a line. */
  void endLine();

  /** What comes now stands on another line of the text. */
  void breakLine();
}
