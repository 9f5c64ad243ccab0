package dev.sluice.pdf.annotation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * A form field as its dictionary, or that of one of its widgets, has it, with what it inherits (ISO
 * 32000-1, 12.7.3.1). PDFBox's own model opens the whole form first.
 */
record FieldDictionary(COSDictionary dictionary) {

  /** Characters of a value or of an option. */
  static final int MAX_CHARACTERS = 10_000;

  static final COSName TEXT = COSName.getPDFName("Tx");
  static final COSName CHOICE = COSName.getPDFName("Ch");
  static final COSName BUTTON = COSName.getPDFName("Btn");

  private static final int MAX_DEPTH = 32;
  static final int MAX_NAME = 1000;
  private static final int MAX_ITEMS = 1000;

  /** A choice: what is stored, and what a reader sees. */
  record Option(String stored, String shown) {}

  /** An entry of the field, or of the nearest field above that has it; or null. */
  COSBase inherited(COSName key) {
    COSDictionary at = dictionary;
    for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
      COSBase value = at.getDictionaryObject(key);
      if (value != null) {
        return value;
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  /** Whether it is of a kind, such as {@link #TEXT}. */
  boolean is(COSName type) {
    return type.equals(inherited(COSName.FT));
  }

  /** True when a flag of the field is set, counted from 1 as the standard counts. */
  boolean hasFlag(int position) {
    return inherited(COSName.FF) instanceof COSInteger flags
        && (flags.intValue() & 1 << position - 1) != 0;
  }

  /** Its name with those of the fields above, with points between them. */
  String name() {
    Deque<String> names = new ArrayDeque<>();
    COSDictionary at = dictionary;
    for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
      String name = at.getString(COSName.T);
      if (name != null) {
        names.push(cut(name, MAX_NAME));
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return cut(String.join(".", names), MAX_NAME);
  }

  /** Its value, or its values if several are chosen. */
  List<String> values() {
    COSBase value = inherited(COSName.V);
    if (!(value instanceof COSArray array)) {
      String text = text(value);
      return text == null ? List.of() : List.of(text);
    }
    List<String> values = new ArrayList<>();
    for (int at = 0; at < Math.min(array.size(), MAX_ITEMS); at++) {
      String text = text(array.getObject(at));
      if (text != null) {
        values.add(text);
      }
    }
    return values;
  }

  /** What can be chosen. */
  List<Option> options() {
    List<Option> options = new ArrayList<>();
    if (inherited(COSName.OPT) instanceof COSArray array) {
      for (int at = 0; at < Math.min(array.size(), MAX_ITEMS); at++) {
        COSBase item = array.getObject(at);
        String stored = text(item instanceof COSArray pair ? item(pair, 0) : item);
        String shown = text(item instanceof COSArray pair ? item(pair, 1) : item);
        if (stored != null) {
          options.add(new Option(stored, shown == null ? stored : shown));
        }
      }
    }
    return options;
  }

  private static COSBase item(COSArray pair, int at) {
    return at < pair.size() ? pair.getObject(at) : null;
  }

  /** Text of a string or a name, with line feeds; null for whatever else. */
  static String text(COSBase value) {
    if (value instanceof COSName name) {
      return cut(name.getName(), MAX_CHARACTERS);
    }
    return value instanceof COSString string
        ? cut(string.getString(), MAX_CHARACTERS).replace("\r\n", "\n").replace('\r', '\n')
        : null;
  }

  /** At most so many characters of a text. */
  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
