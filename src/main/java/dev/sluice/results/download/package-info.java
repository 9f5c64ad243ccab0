/** Many documents in one file: their originals or their results as a ZIP, made while it is sent. */
package dev.sluice.results.download;
