/** Small pictures of first pages: drawn when first asked for, then kept. */
package dev.sluice.results.thumbnail;
