package dev.sluice.guarantee;

/** A receipt that a sender saw: from then on the document is Sluice's care. */
public record Acknowledgement(SentDocument document, String door, String id) {}
