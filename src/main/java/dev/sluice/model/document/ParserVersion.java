package dev.sluice.model.document;

/** Names the version of the parser, so that documents read by an older one can be found. */
public record ParserVersion(String value) {}
