package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.assertServes;
import static dev.sluice.parse.Outcomes.file;
import static dev.sluice.parse.Outcomes.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.HostilePdfs;
import dev.sluice.fixture.Pdfs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First pages are drawn in a child JVM, within the same clocks and limits. */
class RenderingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private PdfParser parser;

  @AfterEach
  void close() {
    parser.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 300, 600})
  void theLongerSideIsAsLongAsAskedForAndThereIsInkOnThePage(int pixels) throws IOException {
    // Given
    start(Settings.ofOneFork());

    // When
    BufferedImage image = imageOf(render(Pdfs.withText("Hello"), pixels));

    // Then
    assertThat(image.getHeight()).isEqualTo(pixels);
    assertThat(image.getWidth()).isCloseTo(pixels * 612 / 792, within(1));
    assertThat(pixelsWithInk(image)).isPositive();
  }

  @Test
  void aTurnedPageIsDrawnAsItIsRead() throws IOException {
    // Given
    start(Settings.ofOneFork());

    // When
    BufferedImage image = imageOf(render(Pdfs.turned("Hello"), 300));

    // Then
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0 0 0 0]", "[0 0 1e38 1e38]", "[0 0 0.0001 50000]", "(none)"})
  void aPageOfAnySizeGivesASmallPicture(String box) throws IOException {
    // Given
    start(Settings.ofOneFork());

    // When
    BufferedImage image = imageOf(render(HostilePdfs.withMediaBox(box), 300));

    // Then
    assertThat(Math.max(image.getWidth(), image.getHeight())).isEqualTo(300);
  }

  @Test
  void whatIsNoPdfIsNamed() {
    start(Settings.ofOneFork());

    assertThat(codeOf(render(Pdfs.garbageWithHeader(), 300))).isEqualTo(FailureCode.UNREADABLE);
    assertThat(codeOf(render(Pdfs.zeroPages(), 300))).isEqualTo(FailureCode.NO_PAGES);
    assertThat(codeOf(render(Pdfs.passwordNeeded(), 300))).isEqualTo(FailureCode.PASSWORD_REQUIRED);
    assertServes(parser, folder);
  }

  @Test
  void anEndlessPageIsNamedWhenItsTimeIsOver() {
    // Given
    start(Settings.ofOneFork().withSilenceMillis(3000));

    // When, then
    assertThat(codeOf(render(Pdfs.hanging(), 300))).isEqualTo(FailureCode.PARSER_TIMEOUT);
    assertServes(parser, folder);
  }

  @Test
  void anImageOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
    start(Settings.ofOneFork());

    assertThat(codeOf(render(HostilePdfs.hugeImage(), 300))).isEqualTo(FailureCode.TOO_COMPLEX);
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isZero();
  }

  @Test
  void tooManyImagesOnAPageAreRefused() {
    start(Settings.ofOneFork());

    assertThat(codeOf(render(HostilePdfs.manyImages(11), 300))).isEqualTo(FailureCode.TOO_COMPLEX);
    assertThat(render(HostilePdfs.manyImages(10), 300)).isInstanceOf(Rendering.Image.class);
  }

  @Test
  void anImageThatInflatesToFarMoreThanItsPixelsIsRefused() {
    start(Settings.ofOneFork());

    assertThat(codeOf(render(HostilePdfs.inflatingImage(1L << 30), 300)))
        .isEqualTo(FailureCode.INFLATES_TOO_MUCH);
    assertThat(codeOf(render(HostilePdfs.inflatingInlineImage(64 << 20), 300)))
        .isEqualTo(FailureCode.INFLATES_TOO_MUCH);
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isZero();
  }

  @Test
  void whoeverWaitsTooLongForAParserIsAskedToComeBack() {
    // Given
    start(Settings.ofOneFork());
    AtOnce.start(() -> parser.parse(file(folder, Pdfs.hanging())));
    patiently().until(() -> parser.statistics().busy() == 1);

    // When, then
    Path pdf = file(folder, Pdfs.withText("Too late"));
    assertThatThrownBy(() -> parser.render(pdf, 300, Duration.ofMillis(10)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARSER_BUSY));
  }

  private void start(Settings settings) {
    parser = new PdfParser(settings.in(folder.resolve("work")));
  }

  private Rendering render(byte[] pdf, int pixels) {
    return parser.render(file(folder, pdf), pixels, PATIENCE);
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
