/** Reads ZIP archives and trusts nothing in them that was not checked. */
package dev.sluice.intake.archive;
