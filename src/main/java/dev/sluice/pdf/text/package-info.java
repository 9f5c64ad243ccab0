/** Collects the text that a page shows, glyph by glyph, as lines of words. */
package dev.sluice.pdf.text;
