package dev.sluice.pdf.content;

import dev.sluice.model.document.CleanText;
import java.util.List;
import java.util.Set;

/**
 * A field of a document's form.
 *
 * @param name with those of the fields above it, with points between them
 * @param type text, checkbox, radio, choice, button or signature
 * @param values what it holds; none if it is empty, or a password
 * @param options what can be chosen
 * @param page from 1; null if it is on no page
 * @param box of the first place where it is on its page; null if it is on no page
 */
public record FormField(
    String name,
    String type,
    List<String> values,
    List<String> options,
    boolean required,
    boolean readOnly,
    Integer page,
    Box box) {

  /** Fields of a document. */
  public static final int MAX_FIELDS = 10_000;

  private static final int MAX_ITEMS = 1000;
  private static final Set<String> TYPES =
      Set.of("text", "checkbox", "radio", "choice", "button", "signature");

  /** Repairs texts; throws {@link IllegalArgumentException} for what goes beyond its bounds. */
  public FormField {
    if (!TYPES.contains(type) || values.size() > MAX_ITEMS || options.size() > MAX_ITEMS) {
      throw new IllegalArgumentException("form field");
    }
    name = CleanText.of(name);
    values = values.stream().map(CleanText::of).toList();
    options = options.stream().map(CleanText::of).toList();
  }

  /** The same without what can be chosen. */
  public FormField withoutOptions() {
    return new FormField(name, type, values, List.of(), required, readOnly, page, box);
  }

  /** Characters of all its texts. */
  public int characters() {
    return name.length()
        + values.stream().mapToInt(String::length).sum()
        + options.stream().mapToInt(String::length).sum();
  }
}
