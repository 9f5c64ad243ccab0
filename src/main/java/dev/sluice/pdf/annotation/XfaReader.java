package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.BoundedContents;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.FormField;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessInputStream;

/** Reads the values in an XFA form's data, where each leaf is a field. Knows no DTD. */
final class XfaReader {

  private static final int MAX_DEPTH = 64;
  private static final String DATASETS = "datasets";

  private final Budget budget;
  private final BoundedContents contents;
  private final List<FormField> fields = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> path = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean isLeaf;
  private int data = -1; // depth of the element that holds the fields, as long as it is open

  XfaReader(Budget budget, BoundedContents contents) {
    this.budget = budget;
    this.contents = contents;
  }

  /** Fields with a value, up to where it breaks. */
  List<FormField> read(COSBase xfa) {
    COSBase datasets = xfa instanceof COSArray packets ? datasets(packets) : xfa;
    if (datasets instanceof COSStream stream) {
      try (InputStream in = new RandomAccessInputStream(contents.open(stream))) {
        read(in);
      } catch (IOException | XMLStreamException broken) {
        // What is known of it by now is all there is.
      }
    }
    return fields;
  }

  private static COSBase datasets(COSArray packets) {
    for (int at = 0; at + 1 < packets.size(); at += 2) {
      if (packets.getObject(at) instanceof COSString name && name.getString().equals(DATASETS)) {
        return packets.getObject(at + 1);
      }
    }
    return null;
  }

  private void read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    while (xml.hasNext() && fields.size() < FormField.MAX_FIELDS) {
      budget.operator();
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.DTD -> throw new XMLStreamException("a DTD");
        default -> {
          // Comments and the like hold no values.
        }
      }
    }
  }

  private void start(String name) throws XMLStreamException {
    if (path.size() == MAX_DEPTH) {
      throw new XMLStreamException("nested too deeply");
    }
    boolean isData =
        data < 0
            && name.equals("data")
            && !path.isEmpty()
            && path.get(path.size() - 1).equals(DATASETS);
    path.add(name);
    data = isData ? path.size() : data;
    isLeaf = true;
    text.setLength(0);
  }

  private void add(String more) {
    int room = FieldDictionary.MAX_CHARACTERS - text.length();
    text.append(more, 0, Math.min(more.length(), room));
  }

  private void end() {
    String value = text.toString().strip();
    if (isLeaf && data >= 0 && path.size() > data && !value.isEmpty()) {
      fields.add(field(String.join(".", path.subList(data, path.size())), value));
    }
    isLeaf = false;
    text.setLength(0);
    data = path.size() == data ? -1 : data;
    path.remove(path.size() - 1);
  }

  /** Those with one name are counted from 0, as XFA counts. */
  private FormField field(String name, String value) {
    int before = seen.merge(name, 1, Integer::sum) - 1;
    String unique = before == 0 ? name : name + "[" + before + "]";
    return new FormField(
        FieldDictionary.cut(unique, FieldDictionary.MAX_NAME),
        "text",
        List.of(value),
        List.of(),
        false,
        false,
        null,
        null);
  }
}
