package dev.sluice.document;

/**
 * What travels through the queue in place of a document: its id, never its bytes (Claim Check).
 *
 * @param owner whose document it is, for a fair order
 */
public record Ticket(DocumentId documentId, String owner, Lane lane) {}
