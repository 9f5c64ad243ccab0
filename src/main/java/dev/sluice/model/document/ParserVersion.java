package dev.sluice.model.document;

/** Names the parser that reads documents, so that those read by an older one can be told. */
public record ParserVersion(String value) {}
