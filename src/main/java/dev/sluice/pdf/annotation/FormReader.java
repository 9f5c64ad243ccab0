package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.BoundedContents;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.FormField;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Reads what a form has beside the widgets on pages: fields that are on none, and XFA. */
final class FormReader {

  private static final int MAX_NODES = 20_000;

  private final COSDictionary form;
  private final Budget budget;
  private final BoundedContents contents;
  private final FieldCollector fields = new FieldCollector(null);
  private boolean hasValues;

  FormReader(COSDictionary form, Budget budget, BoundedContents contents) {
    this.form = form;
    this.budget = budget;
    this.contents = contents;
  }

  boolean hasXfa() {
    return form.getDictionaryObject(COSName.XFA) != null;
  }

  /** Fields on no page; those of XFA only if no field has a value. */
  Collection<FormField> read() {
    Deque<COSBase> open = new ArrayDeque<>();
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    pushAll(form.getCOSArray(COSName.FIELDS), open);
    long start = System.nanoTime();
    while (!open.isEmpty() && seen.size() < MAX_NODES && AnnotationReader.hasTime(start)) {
      budget.annotation();
      if (open.pop() instanceof COSDictionary field && seen.add(field)) {
        visit(field, open);
      }
    }
    if (hasXfa() && !hasValues) {
      new XfaReader(budget, contents)
          .read(form.getDictionaryObject(COSName.XFA))
          .forEach(fields::add);
    }
    return fields.fields();
  }

  private void visit(COSDictionary field, Deque<COSBase> open) {
    hasValues |= !new FieldDictionary(field).values().isEmpty();
    COSArray kids = field.getCOSArray(COSName.KIDS);
    if (kids != null && kids.size() > 0) {
      pushAll(kids, open);
    } else if (!COSName.WIDGET.equals(field.getCOSName(COSName.SUBTYPE))) {
      fields.add(field, null);
    }
  }

  private static void pushAll(COSArray fields, Deque<COSBase> open) {
    for (int at = fields == null ? -1 : Math.min(fields.size(), MAX_NODES) - 1; at >= 0; at--) {
      COSBase field = fields.getObject(at);
      if (field != null) {
        open.push(field);
      }
    }
  }
}
