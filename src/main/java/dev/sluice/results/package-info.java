/** The results of documents: written once, read often. */
package dev.sluice.results;
