package dev.sluice.parse.child;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;

/** Knows whether marked content replaces the text of the glyphs that are drawn in it. */
final class ActualText {

  private final Deque<Boolean> open = new ArrayDeque<>();
  private boolean replaces;

  void begin(COSName tag, COSDictionary properties) {
    replaces = PDMarkedContent.create(tag, properties).getActualText() != null;
    open.push(replaces);
  }

  void end() {
    if (!open.isEmpty() && open.pop()) {
      replaces = false;
    }
  }

  int depth() {
    return open.size();
  }

  boolean replaces() {
    return replaces;
  }
}
