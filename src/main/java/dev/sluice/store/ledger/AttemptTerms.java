package dev.sluice.store.ledger;

import dev.sluice.model.document.ParserVersion;
import java.time.Duration;

/**
 * The limits under which a document is worked on.
 *
 * @param lease how long it is left to a worker that shows no sign of life
 * @param maxAttempts attempts that may fail
 * @param parser that reads it
 */
public record AttemptTerms(Duration lease, int maxAttempts, ParserVersion parser) {}
