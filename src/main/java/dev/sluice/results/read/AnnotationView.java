package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.PageAnnotation;
import java.time.Instant;

/**
 * A comment on a page, as {@link PageAnnotation} has it.
 *
 * @param number from 1, by which lists go on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnnotationView(
    int number, String kind, String text, String author, Instant modified, int page, Box box) {

  static AnnotationView of(int number, PageAnnotation annotation) {
    return new AnnotationView(
        number,
        annotation.kind(),
        annotation.text(),
        annotation.author(),
        annotation.modified(),
        annotation.page(),
        annotation.box());
  }
}
