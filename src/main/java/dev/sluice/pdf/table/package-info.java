/** Finds what belongs together on a page from where things stand on it; knows no PDF library. */
package dev.sluice.pdf.table;
