package dev.sluice.model.document;

/**
 * Counts the pages of a document that have this width and height, in points (1/72 inch), unrotated.
 */
public record PageSize(float widthPoints, float heightPoints, int pages) {}
