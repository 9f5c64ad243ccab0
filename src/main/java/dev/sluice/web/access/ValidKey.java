package dev.sluice.web.access;

import java.util.UUID;

/** An API key that was found to be valid, by its id, and whom it makes its bearer. */
public record ValidKey(UUID id, Caller caller) {}
