/**
 * The PDF engine: text in reading order, tables and pictures of pages, each document read in a
 * fork. A fork is a JVM of its own, so a file that hangs, eats memory or crashes costs one fork and
 * gets a named failure. The engine needs PDFBox and {@link dev.sluice.model}, nothing else of
 * Sluice.
 *
 * <pre>{@code
 * ParserSettings settings = ParserSettings.defaults(Path.of("work"));
 * try (PdfParser parser = new PdfParser(settings);
 *     ParseOutcome outcome = parser.parse(Path.of("report.pdf"))) {
 *   if (outcome instanceof ParseOutcome.Parsed parsed) {
 *     for (PageContent page : parsed.pages()) {
 *       System.out.println(page.page().text() + page.tables());
 *     }
 *   } else if (outcome instanceof ParseOutcome.Failed failed) {
 *     System.err.println(failed.failure().detail());
 *   }
 * }
 * }</pre>
 *
 * <p>This package starts forks, watches them and talks with them. All others run in the fork:
 * {@link dev.sluice.pdf.fork} answers requests, {@link dev.sluice.pdf.page} reads pages, {@link
 * dev.sluice.pdf.text} collects their text, {@link dev.sluice.pdf.graphics} their rulings and
 * images, {@link dev.sluice.pdf.table} finds tables, {@link dev.sluice.pdf.order} puts blocks in
 * order, {@link dev.sluice.pdf.image} draws pages and has scans read, {@link dev.sluice.pdf.budget}
 * bounds what all that costs, and {@link dev.sluice.pdf.content} holds what was found.
 */
package dev.sluice.pdf;
