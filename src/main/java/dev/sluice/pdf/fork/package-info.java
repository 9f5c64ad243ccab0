/** What runs inside a fork: nothing but the JDK, PDFBox and the records of the wire. */
package dev.sluice.pdf.fork;
