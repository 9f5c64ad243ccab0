package dev.sluice.intake;

import dev.sluice.spool.SpoolFile;

/**
 * A document's bytes on local disk, checked and measured.
 *
 * @param sha256 hexadecimal
 */
public record SpooledDocument(SpoolFile file, long sizeBytes, String sha256) {}
