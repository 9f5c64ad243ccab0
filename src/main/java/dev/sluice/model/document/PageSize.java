package dev.sluice.model.document;

/** How many pages of a document are this wide and high, in points (1/72 inch), unrotated. */
public record PageSize(float widthPoints, float heightPoints, int pages) {}
