package dev.sluice.pdf.page;

import dev.sluice.model.document.PageRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;

/**
 * Finds pages in a document. PDFBox opens every page before the first one can be had; in a plain
 * tree, those before a range and behind it stay closed.
 */
public final class PageRangeFinder {

  private final PDPageTree tree;

  /** Takes the page tree of an open document. */
  public PageRangeFinder(PDPageTree tree) {
    this.tree = tree;
  }

  /**
   * True if each node holds as many pages as it says, at least one, and nothing twice. Opens every
   * node; throws {@link StackOverflowError} like PDFBox itself.
   */
  public boolean isPlain() {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return isNode(tree.getCOSObject()) && pagesIn(tree.getCOSObject(), seen) > 0;
  }

  /** Pages of the range that are there, in their order. */
  Iterable<PDPage> pages(PageRange range, boolean plain) {
    if (!plain) {
      return StreamSupport.stream(tree.spliterator(), false)
              .skip(range.from() - 1L)
              .limit(range.size())
          ::iterator;
    }
    List<PDPage> found = new ArrayList<>();
    collect(tree.getCOSObject(), 1, range, found);
    return found;
  }

  /** How many pages are below a node; negative if it is not plain. */
  private static int pagesIn(COSDictionary node, Set<COSDictionary> seen) {
    COSArray kids = node.getCOSArray(COSName.KIDS);
    int pages = 0;
    for (int n = 0; kids != null && n < kids.size(); n++) {
      int more = kids.getObject(n) instanceof COSDictionary kid ? pagesOf(kid, seen) : -1;
      if (more < 1) {
        return -1;
      }
      pages += more;
    }
    return pages == node.getInt(COSName.COUNT) ? pages : -1;
  }

  private static int pagesOf(COSDictionary kid, Set<COSDictionary> seen) {
    if (!seen.add(kid)) {
      return -1;
    }
    if (isNode(kid)) {
      return pagesIn(kid, seen);
    }
    return COSName.PAGE.equals(kid.getCOSName(COSName.TYPE)) ? 1 : -1;
  }

  private static boolean isNode(COSDictionary node) {
    return COSName.PAGES.equals(node.getCOSName(COSName.TYPE)) || node.containsKey(COSName.KIDS);
  }

  /** Collects pages of a range below a node whose first page has this number. */
  private static void collect(COSDictionary node, int first, PageRange range, List<PDPage> found) {
    COSArray kids = node.getCOSArray(COSName.KIDS);
    boolean oneEach = kids.size() == node.getInt(COSName.COUNT);
    int number = oneEach ? Math.max(first, range.from()) : first;
    for (int n = number - first; n < kids.size() && number <= range.to(); n++) {
      COSBase kid = kids.getObject(n);
      number += collectOne((COSDictionary) kid, number, range, found);
    }
  }

  /** How many pages the kid stands for. */
  private static int collectOne(
      COSDictionary kid, int number, PageRange range, List<PDPage> found) {
    if (!isNode(kid)) {
      if (range.contains(number)) {
        found.add(new PDPage(kid));
      }
      return 1;
    }
    int pages = kid.getInt(COSName.COUNT);
    if (number + pages > range.from()) {
      collect(kid, number, range, found);
    }
    return pages;
  }
}
