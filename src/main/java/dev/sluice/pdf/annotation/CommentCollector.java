package dev.sluice.pdf.annotation;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.PageAnnotation;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Gathers the comments on one page. */
final class CommentCollector {

  /** Characters of all comments on a page, which travel in one frame with its text. */
  private static final int MAX_CHARACTERS = 1_000_000;

  private static final Map<String, String> KINDS =
      Map.of(
          "Text", "text",
          "FreeText", "free-text",
          "Highlight", "highlight",
          "Underline", "underline",
          "StrikeOut", "strike-out",
          "Squiggly", "squiggly");

  private final int page;
  private final List<PageAnnotation> comments = new ArrayList<>();
  private int characters;
  private boolean isCut;

  CommentCollector(int page) {
    this.page = page;
  }

  List<PageAnnotation> comments() {
    return comments;
  }

  /** True when some were left out. */
  boolean isCut() {
    return isCut;
  }

  /** Adds an annotation if it is a comment and says something. */
  void add(COSDictionary annotation, Box box) {
    String subtype = annotation.getNameAsString(COSName.SUBTYPE);
    String kind = subtype == null ? null : KINDS.get(subtype);
    String text =
        kind == null
            ? null
            : FieldDictionary.text(annotation.getDictionaryObject(COSName.CONTENTS));
    if (text == null || text.isBlank()) {
      return;
    }
    Calendar modified = annotation.getDate(COSName.M);
    PageAnnotation comment =
        new PageAnnotation(
            kind,
            text,
            FieldDictionary.text(annotation.getDictionaryObject(COSName.T)),
            modified == null ? null : modified.toInstant(),
            page,
            box);
    if (comments.size() == PageAnnotation.MAX_ANNOTATIONS
        || characters + comment.characters() > MAX_CHARACTERS) {
      isCut = true;
    } else {
      characters += comment.characters();
      comments.add(comment);
    }
  }
}
