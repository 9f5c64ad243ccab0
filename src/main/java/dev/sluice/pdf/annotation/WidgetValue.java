package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.order.PageLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** The value of a text or choice field as a viewer draws it into a widget. */
final class WidgetValue {

  private static final int MULTILINE = 13;
  private static final int PASSWORD = 14;
  private static final int COMBO = 18;
  private static final int COMB = 25;

  private final FormDefaults form;
  private final COSDictionary widget;
  private final FieldDictionary field;

  WidgetValue(FormDefaults form, COSDictionary widget) {
    this.form = form;
    this.widget = widget;
    this.field = new FieldDictionary(widget);
  }

  /** True when a viewer draws it, as its appearance is not there or out of date. */
  boolean isDrawn() {
    return COSName.WIDGET.equals(widget.getCOSName(COSName.SUBTYPE))
        && (field.is(FieldDictionary.TEXT) || field.is(FieldDictionary.CHOICE))
        && !field.hasFlag(PASSWORD)
        && (form.needsAppearances() || !hasAppearance(widget));
  }

  /** True when each of its letters has a cell of its own, which would tear words apart. */
  boolean isComb() {
    return COSName.WIDGET.equals(widget.getCOSName(COSName.SUBTYPE))
        && field.is(FieldDictionary.TEXT)
        && field.hasFlag(COMB)
        && !field.hasFlag(PASSWORD)
        && !field.values().isEmpty();
  }

  static boolean hasAppearance(COSDictionary annotation) {
    COSDictionary appearances = annotation.getCOSDictionary(COSName.AP);
    return appearances != null && appearances.getDictionaryObject(COSName.N) instanceof COSStream;
  }

  /** Its lines in a box. */
  List<PageLine> lines(Budget budget, Box box) {
    boolean multiline =
        field.is(FieldDictionary.TEXT) ? field.hasFlag(MULTILINE) : !field.hasFlag(COMBO);
    String appearance =
        field.inherited(COSName.DA) instanceof COSString text
            ? text.getString()
            : form.appearance();
    return ValueLines.of(budget, shown(), box, multiline, appearance);
  }

  /** Chosen options as a reader sees them. */
  private String shown() {
    Map<String, String> options = new HashMap<>();
    if (field.is(FieldDictionary.CHOICE)) {
      field.options().forEach(option -> options.putIfAbsent(option.stored(), option.shown()));
    }
    return field.values().stream()
        .map(value -> options.getOrDefault(value, value))
        .collect(Collectors.joining("\n"));
  }
}
