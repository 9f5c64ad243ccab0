package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.assertFailed;
import static dev.sluice.pdf.Outcomes.assertServes;
import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.HostilePdfs;
import dev.sluice.fixture.Pdfs;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageSize;
import dev.sluice.model.document.PageText;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of all kinds through real forks, none of which any of them may cost. */
class PdfParserTest {

  private static final int FORKS = 2;

  @TempDir private static Path folder;
  private static PdfParser parser;

  @BeforeAll
  static void start() {
    parser =
        new PdfParser(TestParserSettings.ofOneFork().withForks(FORKS).in(folder.resolve("work")));
  }

  @AfterAll
  static void stop() {
    parser.close();
  }

  @AfterEach
  void stillServesAndNoForkWasLost() {
    assertServes(parser, folder);
    for (RestartReason reason : RestartReason.values()) {
      assertThat(parser.statistics().restarts(reason)).as(reason.label()).isZero();
    }
  }

  @Test
  void readsTextAndMetadataOfEveryPage() {
    // Given
    Path pdf = file(folder, Pdfs.withText("One\nmore line", "Two"));

    // When
    ParseOutcome outcome = parser.parse(pdf);

    // Then
    DocumentMetadata metadata = ((ParseOutcome.Parsed) outcome).metadata();
    assertThat(metadata.title()).isEqualTo("A test document");
    assertThat(metadata.author()).isEqualTo("Sluice");
    assertThat(metadata.subject()).isNull();
    assertThat(metadata.pageCount()).isEqualTo(2);
    assertThat(metadata.encrypted()).isFalse();
    assertThat(metadata.pdfVersion()).startsWith("1.");
    assertThat(metadata.pageSizes()).containsExactly(new PageSize(612, 792, 2));
    assertThat(pagesOf(outcome))
        .containsExactly(
            new PageText(1, 612, 792, 0, "One\nmore line"), new PageText(2, 612, 792, 0, "Two"));
  }

  @Test
  void readsPagesWithNothingOnThem() {
    assertThat(pagesOf(parser.parse(file(folder, Pdfs.emptyPages(3)))))
        .extracting(PageText::text)
        .containsExactly("", "", "");
  }

  @Test
  void readsAnEncryptedPdfThatAsksForNoPassword() {
    ParseOutcome outcome = parser.parse(file(folder, Pdfs.emptyPassword()));

    assertThat(((ParseOutcome.Parsed) outcome).metadata().encrypted()).isTrue();
    assertThat(pagesOf(outcome).get(0).text()).isEqualTo("Everybody may read this");
  }

  @Test
  void readsAPdfBehindJunk() {
    assertThat(pagesOf(parser.parse(file(folder, Pdfs.headerAfterJunk(500)))))
        .extracting(PageText::text)
        .containsExactly("Behind the junk");
  }

  @Test
  void readsALargePdfWithASmallHeap() {
    // Given a file as large as the heap of the fork
    Path pdf = folder.resolve("large.pdf");
    Pdfs.ofSize(pdf, 128L << 20);

    // When, then
    assertThat(pagesOf(parser.parse(pdf)))
        .extracting(PageText::text)
        .containsExactly("A large one");
  }

  @Test
  void keepsThePagesBesideABrokenOne() {
    assertThat(pagesOf(parser.parse(file(folder, Pdfs.brokenFont()))))
        .extracting(PageText::text)
        .containsExactly("", "A fine page");
  }

  @Test
  void survivesAPageTreeThatRefersToItself() {
    assertThat(pagesOf(parser.parse(file(folder, Pdfs.selfReferringPageTree()))))
        .extracting(PageText::text)
        .contains("Round and round");
  }

  @Test
  void namesATruncatedPdfUnreadable() {
    assertFailed(parser.parse(file(folder, Pdfs.truncated())), FailureCode.UNREADABLE);
  }

  @Test
  void namesGarbageUnreadable() {
    assertFailed(parser.parse(file(folder, Pdfs.garbageWithHeader())), FailureCode.UNREADABLE);
  }

  @Test
  void namesAnEmptyFileUnreadable() {
    assertFailed(parser.parse(file(folder, new byte[0])), FailureCode.UNREADABLE);
  }

  @Test
  void namesAPdfWithoutPages() {
    assertFailed(parser.parse(file(folder, Pdfs.zeroPages())), FailureCode.NO_PAGES);
  }

  @Test
  void namesANeededPassword() {
    assertFailed(parser.parse(file(folder, Pdfs.passwordNeeded())), FailureCode.PASSWORD_REQUIRED);
  }

  @Test
  void namesTooManyPages() {
    assertFailed(parser.parse(file(folder, Pdfs.emptyPages(101))), FailureCode.TOO_MANY_PAGES);
  }

  @Test
  void namesTooMuchText() {
    // Given ten pages of 1,500 characters where 10,000 are allowed
    String[] pages =
        IntStream.range(0, 10).mapToObj(page -> "word ".repeat(300)).toArray(String[]::new);

    assertFailed(parser.parse(file(folder, Pdfs.withText(pages))), FailureCode.TOO_MUCH_TEXT);
  }

  @Test
  void namesAPageWithTooManyGlyphs() {
    assertFailed(
        parser.parse(file(folder, Pdfs.withText("x".repeat(2_001)))), FailureCode.TOO_COMPLEX);
  }

  @Test
  void readsThePagesAroundOneWithTooManyGlyphs() {
    // When
    ParseOutcome outcome =
        parser.parse(file(folder, Pdfs.withText("Before", "x".repeat(2_001), "Behind")));

    // Then
    ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) outcome;
    assertThat(parsed.gaps())
        .containsExactly(
            new Gap(new PageRange(2, 2), "too-complex", "More than 2000 glyphs on a page."));
    assertThat(parsed.metadata().pageCount()).isEqualTo(3);
    assertThat(parsed.metadata().pageSizes()).containsExactly(new PageSize(612, 792, 2));
    assertThat(pagesOf(outcome))
        .extracting(PageText::number, PageText::text)
        .containsExactly(tuple(1, "Before"), tuple(3, "Behind"));
  }

  @Test
  void readsThePagesAroundOneThatIsNestedTooDeeply() {
    // Given
    Path pdf = folder.resolve("nested.pdf");
    Pdfs.nestedInTheMiddle(pdf);

    // When
    ParseOutcome outcome = parser.parse(pdf);

    // Then
    assertThat(((ParseOutcome.Parsed) outcome).gaps())
        .extracting(Gap::pages, Gap::code)
        .containsExactly(tuple(new PageRange(2, 2), "too-complex"));
    assertThat(pagesOf(outcome)).extracting(PageText::text).containsExactly("Beside", "Beside");
  }

  @Test
  void saysWhatItsResultsDependOn() {
    assertThat(parser.version()).matches("[0-9]+\\+pdfbox-[0-9]+\\.[0-9]+\\.[0-9]+");
  }

  @Test
  void namesAPageThatInflatesToGigabytes() {
    // Given
    Path pdf = folder.resolve("inflating.pdf");
    Pdfs.inflatingStream(pdf, 4L << 30);

    // When, then
    assertFailed(parser.parse(pdf), FailureCode.INFLATES_TOO_MUCH);
  }

  @Test
  void readsLettersOfAnySizeAtOnce() {
    Path pdf = file(folder, HostilePdfs.hugeLetters("noon"));

    assertThat(AtOnce.start(() -> parser.parse(pdf)))
        .succeedsWithin(Duration.ofSeconds(10))
        .satisfies(outcome -> assertThat(pagesOf(outcome)).hasSize(1));
  }

  @Test
  void namesAFontThatInflatesToTooMuch() {
    assertFailed(
        parser.parse(file(folder, HostilePdfs.inflatingFont(1L << 30))),
        FailureCode.INFLATES_TOO_MUCH);
  }

  @Test
  void blamesNoDocumentForAMissingFile() {
    assertThatThrownBy(() -> parser.parse(folder.resolve("missing.pdf")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.INTERNAL));
  }

  @Test
  void servesMoreThreadsThanForks() throws Exception {
    // Given
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<String>> parses =
        IntStream.range(0, 80)
            .mapToObj(n -> (Callable<String>) () -> textOf("Document " + n))
            .toList();

    // When
    List<Future<String>> texts = threads.invokeAll(parses);
    threads.shutdown();

    // Then
    for (int n = 0; n < texts.size(); n++) {
      assertThat(texts.get(n).get()).isEqualTo("Document " + n);
    }
    assertThat(parser.statistics().size()).isEqualTo(FORKS);
    assertThat(parser.statistics().alive()).isEqualTo(FORKS);
    assertThat(parser.statistics().busy()).isZero();
  }

  private static String textOf(String text) {
    return pagesOf(parser.parse(file(folder, Pdfs.withText(text)))).get(0).text();
  }
}
