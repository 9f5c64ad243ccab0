package dev.sluice.guarantee;

/** A sender was told that a document will not be taken, and why. */
public record DoorRefusal(SentDocument document, String door, String code) {}
