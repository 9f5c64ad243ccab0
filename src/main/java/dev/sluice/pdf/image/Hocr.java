package dev.sluice.pdf.image;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an OCR program has read, in <a href="https://kba.github.io/hocr-spec/1.2/">hOCR</a>: lines
 * of words, in pixels from the upper left corner.
 *
 * @param confidence of its words by their length, 0 to 100; 0 without any
 */
public record Hocr(List<List<Word>> lines, int confidence) {

  /** Lines of all kinds have their baseline and the size of their type. */
  private static final Pattern LINE = Pattern.compile("x_size (\\d+(?:\\.\\d+)?)");

  private static final Pattern BASELINE = Pattern.compile("baseline (-?[\\d.]+) (-?[\\d.]+)");
  private static final Pattern BOX = Pattern.compile("bbox (\\d+) (\\d+) (\\d+) (\\d+)");
  private static final Pattern CONFIDENCE = Pattern.compile("x_wconf (\\d+)");
  private static final String WORD = "ocrx_word";

  /** Throws {@link IOException} when it is not well-formed. */
  static Hocr of(InputStream hocr) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      Reader reader = new Reader(factory.createXMLStreamReader(hocr));
      reader.read();
      return reader.result();
    } catch (XMLStreamException | RuntimeException broken) {
      throw new IOException("OCR gave an answer that cannot be read", broken);
    }
  }

  private static final class Reader {

    private final XMLStreamReader xml;
    private final List<List<Word>> lines = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private String line = "";
    private long letters;
    private long sureness;

    Reader(XMLStreamReader xml) {
      this.xml = xml;
    }

    void read() throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          start();
        }
      }
      endLine();
    }

    private void start() throws XMLStreamException {
      String title = xml.getAttributeValue(null, "title");
      if (title == null) {
        return;
      }
      if (WORD.equals(xml.getAttributeValue(null, "class"))) {
        add(title, text().strip());
      } else if (LINE.matcher(title).find()) {
        endLine();
        line = title;
      }
    }

    /** With that of what is emphasised in it. */
    private String text() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      int depth = 1;
      while (depth > 0) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
          default -> {
            // Comments and the like are no text.
          }
        }
      }
      return text.toString();
    }

    private void add(String title, String text) {
      Box box = box(title);
      if (!text.isEmpty() && box != null) {
        words.add(new Word(text, box, baselineAt(box), size(box), false, false));
        letters += text.length();
        sureness += text.length() * (long) number(CONFIDENCE, title, 0);
      }
    }

    /** A line through the lower left corner of the line's box: its slope, and how far off. */
    private float baselineAt(Box word) {
      Matcher baseline = BASELINE.matcher(line);
      Box box = box(line);
      if (box == null || !baseline.find()) {
        return word.bottom();
      }
      float slope = Float.parseFloat(baseline.group(1));
      return box.bottom() + Float.parseFloat(baseline.group(2)) + slope * (word.x() - box.x());
    }

    private float size(Box word) {
      return number(LINE, line, word.height());
    }

    private void endLine() {
      if (!words.isEmpty()) {
        lines.add(List.copyOf(words));
        words = new ArrayList<>();
      }
    }

    private static float number(Pattern pattern, String title, float otherwise) {
      Matcher found = pattern.matcher(title);
      return found.find() ? Float.parseFloat(found.group(1)) : otherwise;
    }

    private static Box box(String title) {
      Matcher box = BOX.matcher(title);
      if (!box.find()) {
        return null;
      }
      float x = Float.parseFloat(box.group(1));
      float y = Float.parseFloat(box.group(2));
      return new Box(x, y, Float.parseFloat(box.group(3)) - x, Float.parseFloat(box.group(4)) - y);
    }

    Hocr result() {
      return new Hocr(List.copyOf(lines), letters == 0 ? 0 : (int) (sureness / letters));
    }
  }
}
