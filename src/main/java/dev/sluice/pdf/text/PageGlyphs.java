package dev.sluice.pdf.text;

import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDPage;

/** Gathers the glyphs of a page, by PDFBox's rules: what is drawn twice counts once. */
final class PageGlyphs implements Consumer<Glyph> {

  private final ActualText actualText;
  private final DrawnGlyphs drawn = new DrawnGlyphs();
  private ArticleThreads articles = new ArticleThreads();

  PageGlyphs(ActualText actualText) {
    this.actualText = actualText;
  }

  /** Forgets all glyphs. */
  void clear() {
    drawn.clear();
    articles = new ArticleThreads();
  }

  void startPage(PDPage page) {
    articles = new ArticleThreads(page);
  }

  List<List<Glyph>> articles() {
    return articles.all();
  }

  @Override
  public void accept(Glyph glyph) {
    if (actualText.replaces()) {
      glyph.replaceText(actualText.take());
    } else {
      Glyph first = drawn.findOrAdd(glyph);
      if (first != null) {
        first.markDoubled(glyph);
        return;
      }
    }
    add(articles.of(glyph), glyph);
  }

  /** Some programs draw accents on their own: they become part of their letter. */
  private static void add(List<Glyph> article, Glyph glyph) {
    Glyph previous = article.isEmpty() ? null : article.get(article.size() - 1);
    if (previous != null && glyph.isDiacritic() && previous.contains(glyph)) {
      previous.merge(glyph);
    } else if (previous != null && previous.isDiacritic() && glyph.contains(previous)) {
      glyph.merge(previous);
      article.set(article.size() - 1, glyph);
    } else {
      article.add(glyph);
    }
  }
}
