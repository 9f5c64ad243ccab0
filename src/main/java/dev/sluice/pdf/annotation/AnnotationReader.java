package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.BoundedContents;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.graphics.Layers;
import dev.sluice.pdf.graphics.PageBox;
import dev.sluice.pdf.text.PageLosses;
import java.time.Duration;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Reads the annotations of a document's pages; one that is broken costs only itself. */
public final class AnnotationReader {

  /** Time for all annotations of a page, and for its form: a small file can refer to much. */
  private static final Duration MAX_TIME = Duration.ofSeconds(5);

  /** Annotations of a page. */
  private static final int MAX_ANNOTATIONS = 20_000;

  private final Budget budget;
  private final BoundedContents contents;
  private final COSDictionary form;
  private final boolean withText;
  private final AnnotationText text;
  private final AppearanceEngine engine;
  private final Layers layers;

  /** Takes an open document, what reading it may cost and lose, and whether text is wanted. */
  public AnnotationReader(
      PDDocument document,
      Budget budget,
      BoundedContents contents,
      PageLosses losses,
      boolean withText) {
    this.budget = budget;
    this.withText = withText;
    this.layers = new Layers(document.getDocumentCatalog().getCOSObject());
    this.engine = new AppearanceEngine(budget, contents, losses, layers);
    this.contents = contents;
    FormDefaults defaults = FormDefaults.of(document);
    this.form = defaults.form();
    this.text = new AnnotationText(budget, defaults, engine);
  }

  /** All of a page; throws {@link LimitExceededException} beyond a limit of the document. */
  public PageAnnotations read(int number, PDPage page) {
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    boolean hasForm = number == 1 && form.size() > 0;
    if (!hasForm && (annotations == null || annotations.size() == 0)) {
      return PageAnnotations.NONE;
    }
    engine.startPage(page);
    AnnotationCollector collector =
        new AnnotationCollector(number, PageBox.shown(page), text, engine);
    int all = annotations == null ? 0 : annotations.size();
    long start = System.nanoTime();
    int at = 0;
    for (; at < Math.min(all, MAX_ANNOTATIONS) && hasTime(start); at++) {
      budget.annotation();
      if (annotations.getObject(at) instanceof COSDictionary annotation) {
        boolean isShown = !layers.isHidden(annotation.getDictionaryObject(COSName.OC));
        collector.add(annotation, withText && isShown);
      }
    }
    if (hasForm) {
      collector.add(new FormReader(form, budget, contents));
    }
    return collector.found(all - at);
  }

  /** True if what began then may still go on. */
  static boolean hasTime(long start) {
    return System.nanoTime() - start < MAX_TIME.toNanos();
  }
}
