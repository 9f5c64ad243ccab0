/** What the doors share: reading a document safely to disk, and its reception. */
package dev.sluice.intake;
