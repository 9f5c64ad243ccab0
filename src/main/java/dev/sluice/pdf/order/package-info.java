/** Puts the words of a page into the order in which they are read; knows no PDF library. */
package dev.sluice.pdf.order;
