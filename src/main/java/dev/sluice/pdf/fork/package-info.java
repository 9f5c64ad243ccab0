/** Answers requests in a fork. What runs there needs nothing but the JDK, PDFBox and the model. */
package dev.sluice.pdf.fork;
