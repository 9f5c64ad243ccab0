/** What was found in documents: written once, read often. */
package dev.sluice.results;
