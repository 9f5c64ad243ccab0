package dev.sluice.pdf.text;

import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDPage;

/** Gathers the glyphs of a page, by PDFBox's rules: what is drawn twice counts once. */
final class PageGlyphs implements Consumer<Glyph> {

  private final ActualText actualText;
  private final HiddenContent hidden;
  private final PageLosses losses;
  private final boolean exact;
  private final DrawnGlyphs drawn = new DrawnGlyphs();
  private ArticleThreads articles = new ArticleThreads();

  /** Exact glyphs are all that PDFBox takes: those that cannot be seen are only counted. */
  PageGlyphs(ActualText actualText, HiddenContent hidden, PageLosses losses, boolean exact) {
    this.actualText = actualText;
    this.hidden = hidden;
    this.losses = losses;
    this.exact = exact;
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
    if (isUnseen(glyph) && !exact) {
      return;
    }
    if (actualText.replaces()) {
      glyph.replaceText(actualText.take());
    } else if (glyph.text().isEmpty()) {
      losses.withoutUnicode();
      return;
    } else {
      Glyph first = drawn.findOrAdd(glyph);
      if (first != null) {
        first.markDoubled(glyph);
        return;
      }
    }
    add(articles.of(glyph), glyph);
  }

  private boolean isUnseen(Glyph glyph) {
    if (hidden.isHidden()) {
      losses.inHiddenLayer(glyph.text());
      return true;
    }
    if (!glyph.isOnPage()) {
      losses.outsidePage(glyph.text());
      return true;
    }
    return false;
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
