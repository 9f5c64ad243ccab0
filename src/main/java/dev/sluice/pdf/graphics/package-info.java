/** Collects what a page draws beside its text: rulings, colours and images. */
package dev.sluice.pdf.graphics;
