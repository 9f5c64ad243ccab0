package dev.sluice.pdf.annotation;

import static dev.sluice.fixture.FormPdf.at;
import static dev.sluice.fixture.FormPdf.drawing;
import static dev.sluice.fixture.FormPdf.flags;
import static dev.sluice.fixture.FormPdf.showing;
import static dev.sluice.fixture.FormPdf.states;
import static dev.sluice.fixture.FormPdf.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.FormPdf;
import dev.sluice.model.document.PageRange;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.page.PageContentEngine;
import dev.sluice.pdf.page.ReadPages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class AnnotationTextTest {

  private static final COSName NEED_APPEARANCES = COSName.getPDFName("NeedAppearances");

  @Test
  void valuesStandBesideTheirLabels() {
    FormPdf pdf =
        new FormPdf()
            .label(50, 706, "Name:")
            .label(50, 646, "Town:")
            .field("Tx", "name", at(90, 700), showing("Ada"))
            .field("Tx", "town", at(90, 640), value("London"));

    assertThat(words(pdf)).isEqualTo("Name: Ada Town: London");
  }

  @Test
  void aValueStandsInTheGapOfItsLine() {
    FormPdf pdf =
        new FormPdf()
            .label(
                50,
                706,
                "From                                                          until today")
            .field("Tx", "from", at(90, 700), showing("Monday"));

    assertThat(words(pdf)).isEqualTo("From Monday until today");
  }

  @Test
  void anAppearanceIsMovedAndScaledIntoItsRectangle() {
    FormPdf pdf =
        new FormPdf().note("Stamp", new float[] {100, 400, 500, 440}, showing("APPROVED"));

    Word word = ReadPages.of(pdf.pdf()).layouts().get(0).words().get(0);

    assertThat(word.text()).isEqualTo("APPROVED");
    assertThat(word.size()).isBetween(21.9f, 22.1f);
    assertThat(word.box().x()).isBetween(103.9f, 105.9f);
    assertThat(word.baseline()).isBetween(429f, 431f);
  }

  @Test
  void aValueIsDrawnWhereAppearancesAreOutOfDate() {
    FormPdf pdf =
        new FormPdf()
            .form(form -> form.setItem(NEED_APPEARANCES, COSBoolean.TRUE))
            .field("Tx", "name", at(90, 700), showing("old").andThen(value("new")));

    assertThat(words(pdf)).isEqualTo("new");
  }

  @Test
  void linesOfAValueAreBrokenWithinItsRectangle() {
    FormPdf pdf =
        new FormPdf()
            .field(
                "Tx",
                "notes",
                new float[] {50, 600, 130, 700},
                value("one two three four five\rsix").andThen(flags(FormPdf.MULTILINE)));

    ReadPages read = ReadPages.of(pdf.pdf());

    assertThat(read.pages().get(0).page().text().replaceAll("\\s+", " "))
        .isEqualTo("one two three four five six");
    assertThat(read.layouts().get(0).words()).allMatch(word -> word.box().right() <= 130);
  }

  @Test
  void aCombIsOneWord() {
    FormPdf pdf =
        new FormPdf()
            .field(
                "Tx",
                "number",
                at(50, 700),
                value("4711")
                    .andThen(flags(FormPdf.COMB))
                    .andThen(
                        drawing("BT /F 11 Tf 2 6 Td (4) Tj 50 0 Td (7) Tj 50 0 Td (1) Tj ET")));

    assertThat(words(pdf)).isEqualTo("4711");
  }

  @Test
  void onlyTheStateThatHoldsIsRead() {
    FormPdf pdf =
        new FormPdf()
            .field("Btn", "yes", at(50, 700), states("Yes", true))
            .field("Btn", "no", at(50, 600), states("No", false));
    COSDictionary size = pdf.parent("Btn", "size", FormPdf.RADIO);
    pdf.button(size, "Small", false, at(50, 500)).button(size, "Large", true, at(50, 400));

    assertThat(words(pdf)).isEqualTo("XYes XLarge");
  }

  @Test
  void aChoiceIsShownAsItsReaderSeesIt() {
    FormPdf pdf =
        new FormPdf()
            .field(
                "Ch",
                "country",
                at(50, 700),
                value("de")
                    .andThen(
                        field -> {
                          COSArray options = new COSArray();
                          options.add(FormPdf.texts("de", "Germany"));
                          options.add(FormPdf.texts("fr", "France"));
                          field.setItem(COSName.OPT, options);
                        }));

    assertThat(words(pdf)).isEqualTo("Germany");
  }

  @Test
  void freeTextIsReadWithAndWithoutAnAppearance() {
    FormPdf pdf =
        new FormPdf()
            .note("FreeText", at(50, 700), showing("drawn"))
            .note("FreeText", at(50, 600), note -> note.setString(COSName.CONTENTS, "typed"));

    assertThat(words(pdf)).isEqualTo("drawn typed");
  }

  @Test
  void whatIsHiddenOrNoTextOfThePageIsLeftOut() {
    FormPdf pdf =
        new FormPdf()
            .label(50, 800, "Seen")
            .field("Tx", "hidden", at(50, 700), showing("a").andThen(hasFlags(2)))
            .field("Tx", "noView", at(50, 600), showing("b").andThen(hasFlags(32)))
            .field("Tx", "secret", at(50, 500), value("c").andThen(flags(FormPdf.PASSWORD)))
            .note("Popup", at(50, 400), showing("d"))
            .note("Link", at(50, 300), showing("e"))
            .note("Text", at(50, 200), showing("f"));

    assertThat(words(pdf)).isEqualTo("Seen");
  }

  @Test
  void whatIsInAHiddenLayerIsLeftOut() {
    FormPdf pdf = new FormPdf().label(50, 800, "Seen");
    COSDictionary layer = pdf.hiddenLayer();
    pdf.note(
        "Stamp", at(50, 700), showing("draft").andThen(note -> note.setItem(COSName.OC, layer)));

    assertThat(words(pdf)).isEqualTo("Seen");
  }

  @Test
  void aPageThatIsTurnedHasItsValuesInPlace() {
    FormPdf pdf = new FormPdf().turned(90).field("Tx", "name", at(100, 700), value("Ada"));

    Word word = ReadPages.of(pdf.pdf()).layouts().get(0).words().get(0);

    assertThat(word.box().x()).isBetween(700f, 720f);
    assertThat(word.baseline()).isBetween(100f, 300f);
  }

  @Test
  void aScanIsOneWhateverIsFilledInOnIt() {
    String text = "This is longer than a page number or a stamp on a scan";

    PageContent page = read(new FormPdf().scan().field("Tx", "a", at(50, 700), value(text)));

    assertThat(page.flags()).extracting(Flag::code).containsExactly(Flag.SCANNED);
    assertThat(page.page().text()).isEqualTo(text);
    assertThat(page.fields()).hasSize(1);
  }

  @Test
  void anAppearanceThatDrawsItselfCostsOnlyItself() {
    FormPdf pdf =
        new FormPdf()
            .label(50, 800, "Before")
            .field("Tx", "endless", at(50, 700), drawing("/X Do /X Do /X Do"))
            .field("Tx", "good", at(50, 600), showing("After"));

    assertThat(words(pdf)).isEqualTo("Before After");
    assertThat(read(pdf(drawing("/X Do /X Do"))).flags())
        .extracting(Flag::code)
        .containsExactly("annotations-not-read");
  }

  @Test
  void aBrokenAppearanceKeepsWhatItHadUntilThere() {
    byte[] pdf =
        pdf(drawing("BT /F 11 Tf 2 6 Td (Until) Tj /F 1e38 Tf (x) Tj (y) Tj (z) Tj ET /X Do"));

    assertThat(read(pdf).page().text()).startsWith("Until");
    assertThat(read(pdf).flags()).extracting(Flag::code).containsExactly("annotations-not-read");
  }

  @Test
  void appearancesOfAPageHaveABoundOfTheirOwn() {
    byte[] pdf = pdf(drawing("q Q ".repeat(600_000)));

    assertThat(read(pdf).flags().get(0).text()).contains("More than 1000000 operators");
  }

  @Test
  void plainTextHasThemOnlyIfAskedFor() throws IOException {
    byte[] pdf =
        new FormPdf()
            .label(50, 600, "Below")
            .field("Tx", "name", at(50, 700), showing("Above"))
            .pdf();

    assertThat(plain(pdf, TextMode.PLAIN)).isEqualTo("Below");
    assertThat(plain(pdf, TextMode.PLAIN_WITH_ANNOTATIONS)).isEqualTo("Below\nAbove");
  }

  private static String plain(byte[] pdf, TextMode mode) throws IOException {
    ReadPages read = new ReadPages(new ArrayList<>(), List.of());
    Budget budget = new Budget(ParseLimits.NONE, Duration.ofMinutes(1), 0);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PageContentEngine(budget, read, mode, Optional.empty())
          .read(document, new PageRange(1, 1));
    }
    return read.pages().get(0).page().text();
  }

  private static byte[] pdf(Consumer<COSDictionary> field) {
    return new FormPdf().field("Tx", "field", at(50, 700), field).pdf();
  }

  private static Consumer<COSDictionary> hasFlags(int flags) {
    return note -> note.setInt(COSName.F, flags);
  }

  private static PageContent read(byte[] pdf) {
    return ReadPages.of(pdf).pages().get(0);
  }

  private static PageContent read(FormPdf pdf) {
    return read(pdf.pdf());
  }

  private static String words(FormPdf pdf) {
    return read(pdf).page().text().replaceAll("\\s+", " ");
  }
}
