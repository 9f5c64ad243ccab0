package dev.sluice.pdf.annotation;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.FormField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Gathers the form fields of one page; the widgets of one field make one. */
final class FieldCollector {

  /** Characters of all fields of a page, which travel in one frame with its text. */
  private static final int MAX_CHARACTERS = 1_000_000;

  private static final COSName SIGNATURE = COSName.getPDFName("Sig");
  private static final int READ_ONLY = 1;
  private static final int REQUIRED = 2;
  private static final int PASSWORD = 14;
  private static final int RADIO = 16;
  private static final int PUSH_BUTTON = 17;
  private static final int MAX_STATES = 1000;

  private final Integer page;
  private final Map<String, FormField> fields = new LinkedHashMap<>();
  private int characters;
  private boolean isCut;

  /** For those of a page, or null for those that are on none. */
  FieldCollector(Integer page) {
    this.page = page;
  }

  Collection<FormField> fields() {
    return fields.values();
  }

  /** True when some were left out. */
  boolean isCut() {
    return isCut;
  }

  /** Adds a widget, or a field without one; a dictionary that is neither is passed over. */
  void add(COSDictionary dictionary, Box box) {
    FieldDictionary entry = new FieldDictionary(dictionary);
    String type = type(entry);
    if (type != null) {
      add(field(entry, type, box));
    }
  }

  /** Adds a field; one of the same name takes its options, which go first if all is too much. */
  void add(FormField field) {
    if (!isAdded(field)) {
      isCut = true;
      isAdded(field.withoutOptions());
    }
  }

  private boolean isAdded(FormField field) {
    FormField known = fields.get(field.name());
    FormField whole = known == null ? field : joined(known, field);
    int more = whole.characters() - (known == null ? 0 : known.characters());
    boolean fits = characters + more <= MAX_CHARACTERS;
    if (!fits || known == null && fields.size() == FormField.MAX_FIELDS) {
      return false;
    }
    characters += more;
    fields.put(field.name(), whole);
    return true;
  }

  private static FormField joined(FormField first, FormField more) {
    Set<String> options = new LinkedHashSet<>(first.options());
    options.addAll(more.options());
    return new FormField(
        first.name(),
        first.type(),
        first.values(),
        options.stream().limit(MAX_STATES).toList(),
        first.required(),
        first.readOnly(),
        first.page(),
        first.box());
  }

  private FormField field(FieldDictionary entry, String type, Box box) {
    boolean isButton = entry.is(FieldDictionary.BUTTON);
    return new FormField(
        entry.name(),
        type,
        isButton ? chosen(entry) : values(entry, type),
        isButton ? states(entry) : shown(entry),
        entry.hasFlag(REQUIRED),
        entry.hasFlag(READ_ONLY),
        page,
        page == null ? null : box);
  }

  private static String type(FieldDictionary entry) {
    if (entry.is(FieldDictionary.TEXT)) {
      return "text";
    }
    if (entry.is(FieldDictionary.CHOICE)) {
      return "choice";
    }
    if (entry.is(FieldDictionary.BUTTON)) {
      return entry.hasFlag(PUSH_BUTTON) ? "button" : entry.hasFlag(RADIO) ? "radio" : "checkbox";
    }
    return entry.is(SIGNATURE) ? "signature" : null;
  }

  private static List<String> values(FieldDictionary entry, String type) {
    if (type.equals("signature")) {
      COSBase signature = entry.inherited(COSName.V);
      String name =
          signature instanceof COSDictionary signed
              ? FieldDictionary.text(signed.getDictionaryObject(COSName.NAME))
              : null;
      return name == null ? List.of() : List.of(name);
    }
    boolean isPassword = type.equals("text") && entry.hasFlag(PASSWORD);
    return isPassword ? List.of() : entry.values().stream().filter(v -> !v.isEmpty()).toList();
  }

  private static List<String> shown(FieldDictionary entry) {
    return entry.is(FieldDictionary.CHOICE)
        ? entry.options().stream().map(FieldDictionary.Option::shown).toList()
        : List.of();
  }

  private static List<String> chosen(FieldDictionary entry) {
    List<FieldDictionary.Option> options = entry.options();
    return entry.values().stream()
        .filter(value -> !value.equals(COSName.Off.getName()) && !value.isEmpty())
        .map(state -> exported(options, state))
        .toList();
  }

  /** The states that its widget can show, but for off. */
  private static List<String> states(FieldDictionary entry) {
    COSDictionary appearances = entry.dictionary().getCOSDictionary(COSName.AP);
    COSDictionary normal = appearances == null ? null : appearances.getCOSDictionary(COSName.N);
    if (normal == null || normal instanceof COSStream) {
      return List.of();
    }
    List<FieldDictionary.Option> options = entry.options();
    List<String> states = new ArrayList<>();
    for (COSName state : normal.keySet()) {
      if (!COSName.Off.equals(state) && states.size() < MAX_STATES) {
        states.add(exported(options, FieldDictionary.text(state)));
      }
    }
    return states;
  }

  /** States may be places in the list of what they stand for (ISO 32000-1, 12.7.4.2.3). */
  private static String exported(List<FieldDictionary.Option> options, String state) {
    boolean isPlace = state.matches("\\d{1,4}") && Integer.parseInt(state) < options.size();
    return isPlace ? options.get(Integer.parseInt(state)).stored() : state;
  }
}
