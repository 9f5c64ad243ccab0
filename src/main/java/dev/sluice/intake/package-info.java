/** The parts that all doors share: reading a document safely to disk, and receiving it. */
package dev.sluice.intake;
