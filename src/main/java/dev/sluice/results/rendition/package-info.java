/** Pictures of pages and their words: made from the original when first asked for, then kept. */
package dev.sluice.results.rendition;
