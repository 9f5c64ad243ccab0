/** What can be found on pages, as data: words, blocks, tables and remarks. Knows no library. */
package dev.sluice.pdf.content;
