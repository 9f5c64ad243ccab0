package dev.sluice.pdf.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.ContentPdf;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What of a page cannot be read costs nothing else, and the page says so. */
class LostContentTest {

  @Test
  void readingGoesOnBehindWhatIsBroken() {
    PageContent page =
        page(
            new ContentPdf()
                .content("BT /F1 12 Tf 72 780 Td (Before it) Tj ET /Nope Do ")
                .content("BT /F9 12 Tf 72 740 Td (In a missing font) Tj ET ")
                .content("BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (Huge) Tj ET ")
                .content("BT /F1 12 Tf 72 700 Td (Behind it) Tj ET"));

    assertThat(page.page().text()).contains("Before it", "In a missing font", "Behind it");
    assertThat(page.flags())
        .containsExactly(
            new Flag(1, Flag.CONTENT_SKIPPED, "3 operators could not be read: Do, Tf, Tm."));
  }

  @Test
  void aBrokenFontCostsItsOwnTextOnly() {
    PageContent page =
        page(
            new ContentPdf()
                .fonts("/F2 5 0 R")
                .object("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>")
                .content("BT /F1 12 Tf 72 780 Td (One) Tj q /F2 12 Tf 0 -24 Td (lost) Tj ")
                .content("Q 0 -24 Td (two) Tj /F1 12 Tf 0 -24 Td (three) Tj ET"));

    assertThat(page.page().text()).isEqualTo("One\ntwo\nthree");
    assertThat(page.flags())
        .extracting(Flag::text)
        .containsExactly(
            "1 operator could not be read: Tf; 4 bytes of text in a font that could not be read.");
  }

  @Test
  void aFormThatBreaksOffDoesNotCostThePage() {
    PageContent page =
        page(
            new ContentPdf()
                .resources("/XObject << /X 5 0 R >>").stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >>",
                        "BT /F1 12 Tf 72 700 Td (In it) Tj /Nope Do (too) ' ET")
                    .content("/X Do BT /F1 12 Tf 72 780 Td (Behind) Tj ET"));

    assertThat(page.page().text()).contains("In it", "too", "Behind");
    assertThat(page.flags()).extracting(Flag::code).containsExactly(Flag.CONTENT_SKIPPED);
  }

  @Test
  void ofADamagedStreamAllIsKeptUpToTheDamage() {
    // Given: blocks of any kind are followed by one of a kind that does not exist
    byte[] whole = ContentPdf.deflated(lines(60));
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, whole.length * 3 / 4, whole.length, (byte) 0xFF);

    // When
    PageContent page =
        page(
            new ContentPdf()
                .content("/Filter /FlateDecode", damaged)
                .content("BT /F1 12 Tf 72 40 Td (The next stream) Tj ET"));

    // Then
    assertThat(page.page().text()).contains("Line 0 ", "Line 20 ", "The next stream");
    assertThat(page.flags()).extracting(Flag::code).contains(Flag.CONTENT_DAMAGED);
  }

  @Test
  void aCutStreamIsReadAsFarAsItGoes() {
    byte[] whole = ContentPdf.deflated(lines(30));
    byte[] cut = Arrays.copyOf(whole, whole.length - 30);

    PageContent page = page(new ContentPdf().content("/Filter /FlateDecode", cut));

    assertThat(page.page().text()).contains("Line 0 ", "Line 20 ");
    assertThat(page.flags()).extracting(Flag::code).contains(Flag.CONTENT_DAMAGED);
  }

  @Test
  void aStreamThatIsNotThereIsMissed() {
    PageContent page = page(new ContentPdf().page("/Contents 99 0 R"));

    assertThat(page.flags()).extracting(Flag::code).containsExactly(Flag.CONTENT_DAMAGED);
  }

  @Test
  void nothingIsSaidOfAWholePage() {
    PageContent page =
        page(
            new ContentPdf()
                .content("/Filter /FlateDecode", ContentPdf.deflated(lines(3)))
                .content("/Filter /FlateDecode /DecodeParms [null]", new byte[0])
                .content("Q Q"));

    assertThat(page.page().text()).contains("Line 2 ");
    assertThat(page.flags()).isEmpty();
  }

  @Test
  void textInAHiddenLayerIsLeftOutAndCounted() {
    PageContent page =
        page(
            new ContentPdf()
                    .catalog("/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >>")
                    .resources(
                        "/Properties << /Off 5 0 R /On 6 0 R /All 7 0 R >> /XObject << /X 8 0 R >>")
                    .object("<< /Type /OCG /Name (Internal) >>")
                    .object("<< /Type /OCG /Name (Public) >>")
                    .object("<< /Type /OCMD /OCGs [5 0 R 6 0 R] /P /AllOn >>")
                    .stream(
                        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 5 0 R",
                        "/Span BMC BT /F1 12 Tf 72 600 Td (Form) Tj ET")
                    .content("BT /F1 12 Tf 72 780 Td (Price list) Tj ET /X Do ")
                    .content("/OC /Off BDC /Span BMC BT /F1 12 Tf 72 740 Td (Not) Tj ET EMC EMC ")
                    .content("/OC /All BDC BT /F1 12 Tf 72 740 Td (No) Tj ET EMC ")
                    .content("/OC /On BDC BT /F1 12 Tf 72 700 Td (valid) Tj ET EMC"));

    assertThat(page.page().text().split("\\s+")).containsExactly("Price", "list", "valid");
    assertThat(page.flags())
        .containsExactly(new Flag(1, Flag.HIDDEN_TEXT, "9 characters in a hidden layer."));
  }

  @Test
  void textOutsideOfTheCropBoxIsLeftOutAndCounted() {
    PageContent page =
        page(
            new ContentPdf()
                .page("/CropBox [50 50 545 792]")
                .content("BT /F1 12 Tf 100 500 Td (Visible) Tj ET ")
                .content(
                    "BT /F1 12 Tf 10 820 Td (Slug 99) Tj ET BT /F1 12 Tf 700 500 Td (Off) Tj ET"));

    assertThat(page.page().text()).isEqualTo("Visible");
    assertThat(page.flags())
        .containsExactly(
            new Flag(
                1, Flag.OUTSIDE_TEXT, "9 characters outside of the visible part of the page."));
  }

  @Test
  void glyphsWithoutUnicodeAreGuessedByTheirNamesOrCounted() {
    PageContent page =
        page(
            new ContentPdf()
                .fonts("/F2 5 0 R")
                .object(
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding"
                        + " /Differences [65 /f_i /n.alt /uni0064 /g7 /g69] >> >>")
                .content("BT /F2 12 Tf 72 780 Td (ABCE) Tj 0 -20 Td (D) Tj ET"));

    assertThat(page.page().text()).startsWith("findE");
    assertThat(page.flags())
        .containsExactly(
            new Flag(1, Flag.NO_UNICODE, "1 of 5 characters without a Unicode value."));
  }

  private static String lines(int count) {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < count; line++) {
      String words = Integer.toString(line * 7919, 36) + " " + Integer.toString(line * 104729, 36);
      lines.append(
          "BT /F1 10 Tf 72 %d Td (Line %d %s) Tj ET\n".formatted(800 - 12 * line, line, words));
    }
    return lines.toString();
  }

  private static PageContent page(ContentPdf pdf) {
    return ReadPages.of(pdf.pdf()).pages().get(0);
  }
}
