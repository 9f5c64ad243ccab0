package dev.sluice.guarantee;

/** A receipt that a sender saw: from then on Sluice is responsible for the document. */
public record Acknowledgement(SentDocument document, String door, String id) {}
