package dev.sluice.intake;

import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;

/**
 * Whose a document will be, by which door it comes, and how it is to be treated.
 *
 * @param lane null: its size decides
 */
public record Sender(String owner, Origin origin, Lane lane, String profile) {}
