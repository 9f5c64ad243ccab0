/** Draws pages as pictures and has their text read by OCR. */
package dev.sluice.pdf.image;
