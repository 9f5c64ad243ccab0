package dev.sluice.pdf.annotation;

import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.FormField;
import dev.sluice.pdf.content.PageAnnotation;
import dev.sluice.pdf.order.PageLine;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;

/**
 * What was found on a page beside its contents.
 *
 * @param lines of each annotation that has text, in their order
 * @param drawn the annotations that these lines are of
 */
public record PageAnnotations(
    List<PageLine> lines,
    Set<COSDictionary> drawn,
    List<Flag> flags,
    List<FormField> fields,
    List<PageAnnotation> comments) {

  /** Of a page that has none. */
  static final PageAnnotations NONE =
      new PageAnnotations(List.of(), Set.of(), List.of(), List.of(), List.of());
}
