package dev.sluice.pdf;

import dev.sluice.model.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * How one run of a fork over pages of a document ended.
 *
 * @param failure empty when it came to the last of these pages
 * @param took time in the fork, without the wait for it
 */
record RunEnd(Optional<Failure> failure, Duration took) {}
