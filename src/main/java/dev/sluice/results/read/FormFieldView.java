package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.FormField;
import java.util.List;

/**
 * A field of a document's form, as {@link FormField} has it.
 *
 * @param number from 1, by which lists go on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormFieldView(
    int number,
    String name,
    String type,
    List<String> values,
    List<String> options,
    boolean required,
    boolean readOnly,
    Integer page,
    Box box) {

  static FormFieldView of(int number, FormField field) {
    return new FormFieldView(
        number,
        field.name(),
        field.type(),
        field.values(),
        field.options(),
        field.required(),
        field.readOnly(),
        field.page(),
        field.box());
  }
}
