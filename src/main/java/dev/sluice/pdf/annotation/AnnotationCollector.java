package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.FormField;
import dev.sluice.pdf.graphics.PageBox;
import dev.sluice.pdf.order.PageLine;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Gathers what the annotations of one page say. */
final class AnnotationCollector {

  private static final String NOT_READ = "annotations-not-read";
  private static final String CUT = "annotations-cut";
  private static final String XFA = "xfa";

  /** What a reader sees as text of the page: not the signs of comments, nor what they link to. */
  private static final Set<String> WITH_TEXT =
      Set.of("Widget", "FreeText", "Stamp", "Line", "Watermark");

  private static final int HIDDEN = 1 << 1;
  private static final int NO_VIEW = 1 << 5;

  private final int page;
  private final AffineTransform shown;
  private final AnnotationText text;
  private final AppearanceEngine engine;
  private final List<PageLine> lines = new ArrayList<>();
  private final Set<COSDictionary> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
  private final FieldCollector fields;
  private final CommentCollector comments;
  private Collection<FormField> onNoPage = List.of();
  private boolean hasXfa;
  private int broken;
  private String firstBroken;

  AnnotationCollector(
      int page, AffineTransform shown, AnnotationText text, AppearanceEngine engine) {
    this.page = page;
    this.shown = shown;
    this.text = text;
    this.engine = engine;
    this.fields = new FieldCollector(page);
    this.comments = new CommentCollector(page);
  }

  /** Adds what the form has on no page. */
  void add(FormReader form) {
    hasXfa = form.hasXfa();
    try {
      onNoPage = form.read();
    } catch (LimitExceededException limit) {
      if (!limit.isOfOnePage()) {
        throw limit;
      }
      breaks(limit.getMessage());
    } catch (RuntimeException error) {
      breaks(error.getClass().getSimpleName());
    }
  }

  /** Adds one; a broken one is counted, and keeps what it had until it broke. */
  void add(COSDictionary annotation, boolean withText) {
    COSName subtype = annotation.getCOSName(COSName.SUBTYPE);
    if (COSName.LINK.equals(subtype) || COSName.POPUP.equals(subtype)) {
      return; // most of all annotations: what follows costs more
    }
    try {
      Box box = box(annotation);
      if (COSName.WIDGET.equals(subtype)) {
        fields.add(annotation, box);
      } else if (!isHidden(annotation)) {
        comments.add(annotation, box);
      }
      if (withText) {
        addText(annotation, box);
      }
    } catch (LimitExceededException limit) {
      if (!limit.isOfOnePage()) {
        throw limit;
      }
      breaks(limit.getMessage());
    } catch (StackOverflowError nested) {
      breaks("It is nested too deeply.");
    } catch (IOException | RuntimeException error) {
      breaks(error.getClass().getSimpleName());
    }
  }

  private void addText(COSDictionary annotation, Box box) throws IOException {
    String subtype = annotation.getNameAsString(COSName.SUBTYPE);
    if (subtype == null || !WITH_TEXT.contains(subtype) || isOff(annotation)) {
      return;
    }
    Optional<List<PageLine>> value = text.ofValue(annotation, box);
    if (value.isPresent()) {
      add(annotation, value.get());
      return;
    }
    try {
      text.draw(annotation);
    } finally {
      add(annotation, engine.lines());
    }
  }

  private void add(COSDictionary annotation, List<PageLine> found) {
    if (!found.isEmpty()) {
      lines.addAll(found);
      drawn.add(annotation);
    }
  }

  private static boolean isOff(COSDictionary annotation) {
    return isHidden(annotation) || COSName.Off.equals(annotation.getCOSName(COSName.AS));
  }

  private static boolean isHidden(COSDictionary annotation) {
    return (annotation.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) != 0;
  }

  private Box box(COSDictionary annotation) {
    COSArray rectangle = annotation.getCOSArray(COSName.RECT);
    float[] corners = rectangle == null ? new float[0] : rectangle.toFloatArray();
    return corners.length < 4 ? new Box(0, 0, 0, 0) : PageBox.boxOf(corners, shown);
  }

  private void breaks(String why) {
    broken++;
    firstBroken = broken == 1 ? why : firstBroken;
  }

  /** All of it, and how many were not looked at. */
  PageAnnotations found(int beyond) {
    List<Flag> flags = new ArrayList<>();
    if (broken > 0) {
      String why = "Of " + broken + " annotations not all could be read: " + firstBroken;
      flags.add(new Flag(page, NOT_READ, why));
    }
    if (beyond > 0) {
      flags.add(new Flag(page, NOT_READ, beyond + " annotations were not looked at."));
    }
    if (fields.isCut() || comments.isCut()) {
      flags.add(new Flag(page, CUT, "Not all form fields or comments of the page were kept."));
    }
    List<FormField> all = new ArrayList<>(fields.fields());
    all.addAll(onNoPage);
    if (hasXfa) {
      flags.add(new Flag(page, XFA, "The form is XFA: pages may not show what it says."));
    }
    return new PageAnnotations(lines, drawn, flags, all, comments.comments());
  }
}
