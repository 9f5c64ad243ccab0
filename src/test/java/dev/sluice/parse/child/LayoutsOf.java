package dev.sluice.parse.child;

import dev.sluice.content.Box;
import dev.sluice.content.Word;
import dev.sluice.parse.layout.PageLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words and rulings of each page. */
public final class LayoutsOf extends PDFTextStripper {

  private final RulingCollector rulings = new RulingCollector();
  private final List<PageLayout> layouts = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<TextPosition> open = new ArrayList<>();

  private LayoutsOf() {
    PathOperators.of(this, rulings).forEach(this::addOperator);
  }

  public static List<PageLayout> document(PDDocument document) throws IOException {
    LayoutsOf reader = new LayoutsOf();
    int number = 0;
    for (PDPage page : document.getPages()) {
      reader.rulings.startPage(PageBox.shown(page));
      reader.words.clear();
      reader.setStartPage(++number);
      reader.setEndPage(number);
      reader.getText(document);
      reader.endWord();
      boolean turned = PageBox.rotation(page) % 180 != 0;
      float width = PageBox.of(page).getWidth();
      float height = PageBox.of(page).getHeight();
      reader.layouts.add(
          new PageLayout(
              number,
              turned ? height : width,
              turned ? width : height,
              reader.words,
              reader.rulings.rulings()));
    }
    return reader.layouts;
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    super.processTextPosition(position);
    TextPosition last = open.isEmpty() ? null : open.get(open.size() - 1);
    boolean blank = position.getUnicode().isBlank();
    if (blank || last != null && isApart(last, position)) {
      endWord();
    }
    if (!blank) {
      open.add(position);
    }
  }

  private static boolean isApart(TextPosition last, TextPosition next) {
    float gap = next.getX() - last.getX() - last.getWidth();
    return Math.abs(next.getY() - last.getY()) > 0.5f
        || gap > 0.2f * last.getFontSizeInPt()
        || gap < -0.5f * last.getFontSizeInPt();
  }

  private void endWord() {
    if (open.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    open.forEach(position -> text.append(position.getUnicode()));
    TextPosition first = open.get(0);
    TextPosition last = open.get(open.size() - 1);
    float size = first.getFontSizeInPt();
    Box box =
        new Box(
            first.getX(),
            first.getY() - 0.75f * size,
            last.getX() + last.getWidth() - first.getX(),
            0.95f * size);
    boolean bold = first.getFont().getName().contains("Bold");
    words.add(new Word(text.toString(), box, first.getY(), size, bold, false));
    open.clear();
  }
}
