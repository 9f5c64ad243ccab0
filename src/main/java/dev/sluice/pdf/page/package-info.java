/** Makes the content of each page: text in reading order, blocks, tables and flags. */
package dev.sluice.pdf.page;
