package dev.sluice.document;

/** What travels through the queue in place of a document: its id, never its bytes (Claim Check). */
public record Ticket(DocumentId documentId, Lane lane) {}
