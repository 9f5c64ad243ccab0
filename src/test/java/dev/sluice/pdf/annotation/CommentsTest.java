package dev.sluice.pdf.annotation;

import static dev.sluice.fixture.FormPdf.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sluice.fixture.FormPdf;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageAnnotation;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.page.ReadPages;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;

class CommentsTest {

  @Test
  void eachKindOfCommentIsReadWithItsAuthor() {
    FormPdf pdf =
        new FormPdf()
            .note("Text", at(50, 800), says("Why?").andThen(CommentsTest::byAda))
            .note("Highlight", at(50, 700), says("good"))
            .note("Underline", at(50, 600), says("see"))
            .note("StrikeOut", at(50, 500), says("no"))
            .note("Squiggly", at(50, 400), says("hm"))
            .note("FreeText", at(50, 300), says("typed"));

    PageContent page = read(pdf);

    assertThat(page.annotations())
        .extracting(PageAnnotation::kind, PageAnnotation::text)
        .containsExactly(
            tuple("text", "Why?"),
            tuple("highlight", "good"),
            tuple("underline", "see"),
            tuple("strike-out", "no"),
            tuple("squiggly", "hm"),
            tuple("free-text", "typed"));
    PageAnnotation first = page.annotations().get(0);
    assertThat(first.author()).isEqualTo("Ada");
    assertThat(first.modified()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(first.box().x()).isEqualTo(50);
    assertThat(page.annotations().get(1).author()).isNull();
    assertThat(page.page().text()).as("signs of comments are no text").isEqualTo("typed");
  }

  @Test
  void whatSaysNothingOrIsHiddenIsLeftOut() {
    FormPdf pdf =
        new FormPdf()
            .note("Highlight", at(50, 700), note -> {})
            .note("Text", at(50, 600), says("a").andThen(note -> note.setInt(COSName.F, 2)))
            .note("Popup", at(50, 500), says("b"));

    assertThat(read(pdf).annotations()).isEmpty();
  }

  @Test
  void commentsAreBounded() {
    FormPdf pdf = new FormPdf();
    for (int n = 0; n <= 10_000; n++) {
      pdf.note("Text", at(50, 500), says("x"));
    }
    FormPdf longOne = new FormPdf().note("Text", at(50, 500), says("x".repeat(20_000)));

    PageContent page = read(pdf);

    assertThat(page.annotations()).hasSize(10_000);
    assertThat(page.flags()).extracting(Flag::code).containsExactly("annotations-cut");
    assertThat(read(longOne).annotations().get(0).text()).hasSize(10_000);
  }

  private static Consumer<COSDictionary> says(String text) {
    return note -> note.setString(COSName.CONTENTS, text);
  }

  private static void byAda(COSDictionary note) {
    note.setString(COSName.T, "Ada");
    note.setString(COSName.M, "D:20260102030405Z");
  }

  private static PageContent read(FormPdf pdf) {
    return ReadPages.of(pdf.pdf()).pages().get(0);
  }
}
