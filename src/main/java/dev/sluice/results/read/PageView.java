package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A page of a document.
 *
 * @param widthPoints 72 to the inch, as {@code heightPoints}
 * @param rotation degrees clockwise
 * @param characters how many its text has
 * @param text null in lists of pages
 * @param blocks of its text, as they are stored; null in lists of pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageView(
    int number,
    float widthPoints,
    float heightPoints,
    int rotation,
    int characters,
    String text,
    @JsonRawValue String blocks) {}
