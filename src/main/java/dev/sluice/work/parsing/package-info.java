/** Ties the PDF engine to the routes and to the configuration. */
package dev.sluice.work.parsing;
