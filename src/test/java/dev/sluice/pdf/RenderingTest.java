package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.assertServes;
import static dev.sluice.pdf.Outcomes.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.sluice.fixture.FormPdf;
import dev.sluice.fixture.HostilePdfs;
import dev.sluice.fixture.Pdfs;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.PageWords;
import dev.sluice.pdf.content.Word;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are drawn, and their words read, in a fork, within the same clocks and limits. */
class RenderingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static PdfParser parser;

  @BeforeAll
  static void start() {
    parser = start(TestParserSettings.ofOneFork(), "work");
  }

  @AfterAll
  static void stop() {
    parser.close();
  }

  @AfterEach
  void noForkWasLost() {
    for (RestartReason reason : RestartReason.values()) {
      assertThat(parser.statistics().restarts(reason)).as(reason.label()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 300, 600})
  void theLongerSideIsAsLongAsAskedForAndThereIsInkOnThePage(int pixels) throws IOException {
    // When
    BufferedImage image = imageOf(render(Pdfs.withText("Hello"), pixels));

    // Then
    assertThat(image.getHeight()).isEqualTo(pixels);
    assertThat(image.getWidth()).isCloseTo(pixels * 612 / 792, within(1));
    assertThat(pixelsWithInk(image)).isPositive();
  }

  @Test
  void whatReadersSeeOfAFormIsInItsPicture() throws IOException {
    // Given
    byte[] drawn = new FormPdf().field("Tx", "a", FormPdf.at(50, 500), FormPdf.showing("b")).pdf();
    byte[] value = new FormPdf().field("Tx", "a", FormPdf.at(50, 500), FormPdf.value("b")).pdf();
    byte[] empty = new FormPdf().field("Tx", "a", FormPdf.at(50, 500), field -> {}).pdf();

    // Then
    assertThat(pixelsWithInk(imageOf(render(drawn, 600)))).isPositive();
    assertThat(pixelsWithInk(imageOf(render(value, 600)))).as("no appearance").isPositive();
    assertThat(pixelsWithInk(imageOf(render(empty, 600)))).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPartOfAPageShowsWhatStandsThere(boolean turned) throws IOException {
    // Given
    byte[] bytes = turned ? Pdfs.turned("Hello") : Pdfs.withText("Hello");
    Path pdf = file(folder, bytes);
    Box word = wordsOf(bytes, 1).words().get(0).box();
    Box beside = new Box(word.x(), word.bottom() + 20, word.width(), word.height());

    // When
    BufferedImage shown = imageOf(parser.render(pdf, 1, 2000, word, PATIENCE));
    BufferedImage empty = imageOf(parser.render(pdf, 1, 2000, beside, PATIENCE));

    // Then
    assertThat(shown.getWidth()).isCloseTo(Math.round(word.width() * 2000 / 792), within(2));
    assertThat(shown.getHeight()).isCloseTo(Math.round(word.height() * 2000 / 792), within(2));
    long ink = pixelsWithInk(imageOf(parser.render(pdf, 1, 2000, PATIENCE)));
    assertThat(pixelsWithInk(shown))
        .as("but for edges of letters, which are smooth")
        .isCloseTo(ink, withinPercentage(2));
    assertThat(pixelsWithInk(empty)).isZero();
  }

  @Test
  void aPartThatIsNotOnThePageIsRefused() {
    Path pdf = file(folder, Pdfs.withText("Hello"));

    Rendering rendering = parser.render(pdf, 1, 2000, new Box(613, 10, 5, 5), PATIENCE);

    assertThat(codeOf(rendering)).isEqualTo(FailureCode.BAD_REQUEST);
  }

  @Test
  void aTurnedPageIsDrawnAsItIsRead() throws IOException {
    // When
    BufferedImage image = imageOf(render(Pdfs.turned("Hello"), 300));

    // Then
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0 0 0 0]", "[0 0 1e38 1e38]", "[0 0 0.0001 50000]", "(none)"})
  void aPageOfAnySizeGivesASmallPicture(String box) throws IOException {
    // When
    BufferedImage image = imageOf(render(HostilePdfs.withMediaBox(box), 300));

    // Then
    assertThat(Math.max(image.getWidth(), image.getHeight())).isEqualTo(300);
  }

  @Test
  void anyPageIsDrawnAndOneThatIsNotThereIsNamed() throws IOException {
    // Given
    Path pdf = file(folder, Pdfs.withText("one", "", "three"));

    // When, then
    assertThat(pixelsWithInk(imageOf(parser.render(pdf, 2, 600, PATIENCE)))).isZero();
    assertThat(pixelsWithInk(imageOf(parser.render(pdf, 3, 600, PATIENCE)))).isPositive();
    assertThat(codeOf(parser.render(pdf, 4, 600, PATIENCE))).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(codeOf(parser.words(pdf, 4, PATIENCE))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void thePagesOfATreeThatCountsWronglyAreNotMixedUp() {
    // Given
    byte[] pdf = Pdfs.wronglyCountedPages();

    // When, then
    assertThat(wordsOf(pdf, 2).words()).extracting(Word::text).containsExactly("two");
    assertThat(codeOf(render(pdf, 2, 600))).isEqualTo(FailureCode.UNREADABLE);
  }

  @Test
  void theWordsOfAPageStandWhereTheyAreDrawn() {
    // When
    PageWords plain = wordsOf(Pdfs.withText("first", "Hello world"), 2);
    PageWords turned = wordsOf(Pdfs.turned("Hello"), 1);

    // Then
    assertThat(plain.words()).extracting(Word::text).containsExactly("Hello", "world");
    assertThat(plain.page().number()).isEqualTo(2);
    Box hello = plain.words().get(0).box();
    assertThat(plain.words().get(1).box().x()).isGreaterThan(hello.right());
    assertThat(hello.bottom()).isBetween(0f, plain.page().heightPoints());
    assertThat(turned.page().rotation()).isEqualTo(90);
    assertThat(turned.words()).extracting(Word::text).containsExactly("Hello");
  }

  @Test
  void whatHarmsAForkWhileWordsAreReadIsNamed() {
    try (PdfParser hasty = start(TestParserSettings.ofOneFork().withSilenceMillis(1000), "words")) {
      assertThat(codeOf(hasty.words(file(folder, Pdfs.hanging()), 1, PATIENCE)))
          .isEqualTo(FailureCode.PARSER_TIMEOUT);
    }
    assertThat(codeOf(parser.words(file(folder, Pdfs.zeroPages()), 1, PATIENCE)))
        .isEqualTo(FailureCode.NO_PAGES);
  }

  @Test
  void whatIsNoPdfIsNamed() {
    assertThat(codeOf(render(Pdfs.garbageWithHeader(), 300))).isEqualTo(FailureCode.UNREADABLE);
    assertThat(codeOf(render(Pdfs.zeroPages(), 300))).isEqualTo(FailureCode.NO_PAGES);
    assertThat(codeOf(render(Pdfs.passwordNeeded(), 300))).isEqualTo(FailureCode.PASSWORD_REQUIRED);
    assertServes(parser, folder);
  }

  @Test
  void anEndlessPageIsNamedWhenItsTimeIsOver() {
    // Given
    try (PdfParser hasty = start(TestParserSettings.ofOneFork().withSilenceMillis(1000), "hasty")) {
      // When, then
      assertThat(codeOf(hasty.render(file(folder, Pdfs.hanging()), 1, 300, PATIENCE)))
          .isEqualTo(FailureCode.PARSER_TIMEOUT);
      assertServes(hasty, folder);
    }
  }

  @Test
  void anImageOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
    assertThat(codeOf(render(HostilePdfs.hugeImage(), 300))).isEqualTo(FailureCode.TOO_COMPLEX);
  }

  @Test
  void tooManyImagesOnAPageAreRefused() {
    assertThat(codeOf(render(HostilePdfs.manyImages(11), 300))).isEqualTo(FailureCode.TOO_COMPLEX);
    assertThat(render(HostilePdfs.manyImages(10), 300)).isInstanceOf(Rendering.Image.class);
  }

  @Test
  void anImageThatInflatesToFarMoreThanItsPixelsIsRefused() {
    assertThat(codeOf(render(HostilePdfs.inflatingImage(1L << 30), 300)))
        .isEqualTo(FailureCode.INFLATES_TOO_MUCH);
    assertThat(codeOf(render(HostilePdfs.inflatingInlineImage(64 << 20), 300)))
        .isEqualTo(FailureCode.INFLATES_TOO_MUCH);
  }

  private static PdfParser start(TestParserSettings settings, String work) {
    return TestParsers.start(settings.in(folder.resolve(work)));
  }

  private static Rendering render(byte[] pdf, int pixels) {
    return render(pdf, 1, pixels);
  }

  private static Rendering render(byte[] pdf, int page, int pixels) {
    return parser.render(file(folder, pdf), page, pixels, PATIENCE);
  }

  private static PageWords wordsOf(byte[] pdf, int page) {
    Rendering rendering = parser.words(file(folder, pdf), page, PATIENCE);
    assertThat(rendering).isInstanceOf(Rendering.Words.class);
    return ((Rendering.Words) rendering).page();
  }

  private static FailureCode codeOf(Rendering rendering) {
    assertThat(rendering).isInstanceOf(Rendering.Failed.class);
    return ((Rendering.Failed) rendering).failure().code();
  }

  private static BufferedImage imageOf(Rendering rendering) throws IOException {
    assertThat(rendering).isInstanceOf(Rendering.Image.class);
    byte[] png = ((Rendering.Image) rendering).png();
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long pixelsWithInk(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.of(pixels).filter(pixel -> (pixel & 0xFF) < 0xF0).count();
  }
}
