/**
 * Parses PDFs in child JVMs, so that a file that hangs, eats memory or crashes costs one child and
 * gets a named failure.
 */
package dev.sluice.pdf;
