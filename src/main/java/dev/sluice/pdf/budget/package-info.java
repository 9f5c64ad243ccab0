/** Opens and decodes PDFs within a budget of time and size, whatever they claim to be. */
package dev.sluice.pdf.budget;
