package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.FileDefect;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageSize;
import dev.sluice.model.document.PageText;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.FormField;
import dev.sluice.pdf.content.PageAnnotation;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkFrameTest {

  private static final ParseLimits LIMITS = new ParseLimits(7, 8, 9, 10, 11, 12);

  @Test
  void pagesComeBackAsTheyWere() throws IOException {
    PageText text = new PageText(3, 595.3f, 842, 90, "Zürich\n東京 \uD83D\uDE00\n");
    Box box = new Box(1, 2.5f, 3, 4);
    Word word = new Word("L", box, 6.5f, 10, false, true);
    List<Cell> cells =
        List.of(
            new Cell(0, 0, 2, 1, box, "two\nlines", List.of(word, word)),
            new Cell(0, 1, 1, 1, box, "", List.of()),
            new Cell(1, 1, 1, 1, box, "东", List.of()));
    PageContent page =
        new PageContent(
            text,
            List.of(new Block(Block.Kind.HEADING, 2, 0, 6, box, 14, true)),
            List.of(new Table(3, box, true, 2, 2, 1, List.of(1f, 2f, 3f), cells)),
            List.of(new Flag(3, "scanned", "An image covers the page.")),
            List.of(
                new FormField(
                    "a.b", "choice", List.of("x"), List.of("x", "y"), true, false, 3, box),
                new FormField("c", "text", List.of(), List.of(), false, true, null, null)),
            List.of(
                new PageAnnotation("text", "Why?", "Ada", Instant.EPOCH, 3, box),
                new PageAnnotation("highlight", "good", null, null, 3, box)));

    assertThat(ForkFrameCodec.page(sent(ForkFrameCodec.page(page)).payload())).isEqualTo(page);
  }

  @Test
  void contentThatCannotBeIsRefused() {
    PageText text = new PageText(1, 595, 842, 0, "short");
    Block beyond = new Block(Block.Kind.PARAGRAPH, 0, 0, 6, new Box(1, 2, 3, 4), 10, false);
    byte[] lengthOnly = Arrays.copyOf(ForkFrameCodec.page(PageContent.of(text)).payload(), 20);
    lengthOnly[16] = 0x7F;

    assertThatThrownBy(() -> new PageContent(text, List.of(beyond), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ForkFrameCodec.page(lengthOnly))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void aGridIsNoLargerThanItsLimit() {
    Box box = new Box(1, 2, 3, 4);
    Cell all = new Cell(0, 0, 100_001, 1, box, "", List.of());

    assertThatThrownBy(() -> new Table(1, box, true, 100_001, 1, 0, List.of(1f, 2f), List.of(all)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void metadataComesBackAsItWas() throws IOException {
    DocumentMetadata metadata =
        new DocumentMetadata(
            2,
            "Title",
            null,
            "Subject",
            null,
            "Creator",
            "\u6771".repeat(1000),
            Instant.parse("2024-02-29T12:00:00Z"),
            null,
            "1.7",
            true,
            List.of(),
            List.of(new FileDefect(FileDefect.TRUNCATED, "It ends too early.")));

    assertThat(ForkFrameCodec.opened(sent(ForkFrameCodec.opened(metadata)).payload()))
        .isEqualTo(metadata);
  }

  @Test
  void metadataIsBounded() {
    PageSize size = new PageSize(1, 1, 1);
    DocumentMetadata metadata =
        new DocumentMetadata(
            1,
            "x".repeat(5000),
            "a\u0000b",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            Collections.nCopies(500, size),
            null);

    assertThat(metadata.title()).hasSize(1000);
    assertThat(metadata.author()).isEqualTo("a\uFFFDb");
    assertThat(metadata.pageSizes()).hasSize(100);
  }

  @Test
  void requestsComeBackAsTheyWere() throws IOException {
    ParseRequest request =
        new ParseRequest("/a/b.pdf", new PageRange(1, 2), 3, true, 4, 5, 6, LIMITS);

    assertThat(ParseRequest.of(sent(request.toFrame()))).isEqualTo(request);
  }

  @Test
  void requestsForPicturesComeBackAsTheyWere() throws IOException {
    ParseRequest page = new ParseRequest("/a/b.pdf", new PageRange(1, 1), 3, true, 4, 5, 6, LIMITS);
    RenderRequest whole = new RenderRequest(page, 300, null);
    RenderRequest part = new RenderRequest(page, 300, new Box(1, 2.5f, 3, 4));

    assertThat(ForkRequest.of(sent(whole.toFrame()))).isEqualTo(whole);
    assertThat(ForkRequest.of(sent(part.toFrame()))).isEqualTo(part);
  }

  @Test
  void refusalsComeBackAsTheyWere() throws IOException {
    ForkFrame frame = sent(ForkFrameCodec.failed(FailureCode.UNREADABLE, "why"));

    assertThat(ForkFrameCodec.failed(frame.payload()))
        .isEqualTo(Failure.of(FailureCode.UNREADABLE, "why"));
  }

  @Test
  void refusedPagesComeBackAsTheyWere() throws IOException {
    ForkFrame frame = sent(ForkFrameCodec.refusedPage(7, FailureCode.TOO_COMPLEX, "why"));

    assertThat(ForkFrameCodec.refusedPage(frame.payload()))
        .isEqualTo(new ForkFrameCodec.RefusedPage(7, Failure.of(FailureCode.TOO_COMPLEX, "why")));
  }

  @Test
  void anAbsurdLengthIsRefused() {
    assertThatThrownBy(() -> read(0, 0x7F, 0xFF, 0xFF, 0xFF))
        .isInstanceOf(MalformedFrameException.class);
    assertThatThrownBy(() -> read(0, 0xFF, 0xFF, 0xFF, 0xFF))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void anUnknownTypeIsRefused() {
    assertThatThrownBy(() -> read(99, 0, 0, 0, 0)).isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void anUnfinishedFrameIsTheEnd() {
    assertThatThrownBy(() -> read(2, 0, 0, 0, 9, 1)).isInstanceOf(EOFException.class);
  }

  @Test
  void payloadsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ForkFrameCodec.page(new byte[3]))
        .isInstanceOf(MalformedFrameException.class);
    assertThatThrownBy(() -> ForkFrameCodec.failed(new byte[] {0, 1, 'X', 0, 0}))
        .isInstanceOf(MalformedFrameException.class);
  }

  private static ForkFrame read(int... bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int value : bytes) {
      out.write(value);
    }
    return ForkFrame.readFrom(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
  }

  private static ForkFrame sent(ForkFrame frame) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    frame.writeTo(new DataOutputStream(out));
    return ForkFrame.readFrom(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
  }
}
