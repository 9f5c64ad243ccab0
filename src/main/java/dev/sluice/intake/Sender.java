package dev.sluice.intake;

import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;

/**
 * States who will own a document, by which door it comes, and how it is treated.
 *
 * @param lane null: its size decides
 */
public record Sender(String owner, Origin origin, Lane lane, String profile) {}
