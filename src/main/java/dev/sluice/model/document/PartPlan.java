package dev.sluice.model.document;

/**
 * Holds what is known of a large document before its pages are read.
 *
 * @param metadata all but the sizes of its pages
 * @param plainTree true if its page tree counts its pages rightly, so that the way to one of them
 *     leads by no other
 */
public record PartPlan(DocumentMetadata metadata, boolean plainTree) {}
