package dev.sluice.guarantee;

import java.time.Instant;

/** What a process held at one moment, and what its settings allow, in bytes. */
public record MemorySample(Instant at, String process, long resident, long bound) {}
