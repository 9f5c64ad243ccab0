package dev.sluice.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class RecentOriginalsTest {

  private static final int BYTES = 10 * 1024;
  private static final Duration KEEP = Duration.ofSeconds(10);

  @TempDir Path root;

  private final CamelContext camel = new DefaultCamelContext();
  private final AtomicLong now = new AtomicLong();
  private SpoolFolder folder;
  private RecentOriginals recent;

  @BeforeEach
  void open() {
    folder = new SpoolFolder(root);
    recent = keeping(BYTES * 5, true);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void theFirstReaderTakesTheCopyAndItGoesWithIt() throws IOException {
    NewDocument document = arrived();

    Exchange exchange = exchange();
    Path taken = take(document, exchange);

    assertThat(taken).hasSize(BYTES);
    done(exchange);
    assertThat(files()).isZero();
  }

  @Test
  void whoeverComesLaterFindsNone() throws IOException {
    NewDocument document = arrived();
    take(document, exchange());

    assertThat(take(document, exchange())).isNull();
  }

  @Test
  void theSendersFileIsGoneWhenItIsKept() throws IOException {
    Path file = spooled();

    recent.keep(document(DocumentId.next()), file);

    assertThat(file).doesNotExist();
  }

  @Test
  void aCopyThatIsNotTakenGoesAfterAWhile() throws IOException {
    NewDocument document = arrived();

    now.addAndGet(KEEP.toNanos());

    assertThat(take(document, exchange())).isNull();
    arrived(); // whatever comes next cleans up, if time did not
    Awaitility.await().until(() -> files() == 1);
  }

  @Test
  void copiesTogetherTakeNoMoreThanTheirRoom() throws IOException {
    for (int document = 0; document < 50; document++) {
      arrived();
    }

    Awaitility.await().until(() -> files() <= 5);
    assertThat(files()).isPositive();
  }

  @Test
  void whatIsLargerThanTheRoomIsLeftToItsSender() throws IOException {
    recent = keeping(BYTES - 1, true);
    Path file = spooled();

    recent.keep(document(DocumentId.next()), file);

    assertThat(file).exists();
  }

  @Test
  void nothingIsKeptWhereNothingIsRead() throws IOException {
    recent = keeping(BYTES * 5, false);
    Path file = spooled();

    recent.keep(document(DocumentId.next()), file);

    assertThat(file).exists();
  }

  private RecentOriginals keeping(long bytes, boolean readHere) {
    return new RecentOriginals(
        folder, new RecentOriginalsSettings(KEEP, DataSize.ofBytes(bytes)), readHere, now::get);
  }

  private NewDocument arrived() throws IOException {
    NewDocument document = document(DocumentId.next());
    recent.keep(document, spooled());
    return document;
  }

  private Path spooled() throws IOException {
    return Files.write(folder.newFile().path(), new byte[BYTES]);
  }

  private Path take(NewDocument document, Exchange exchange) {
    return recent.take(ClaimedDocument.of(document.id(), BYTES), exchange);
  }

  private static void done(Exchange exchange) {
    exchange
        .getExchangeExtension()
        .handoverCompletions()
        .forEach(done -> done.onComplete(exchange));
  }

  private int files() {
    return folder.path().toFile().list((parent, name) -> name.endsWith(".pdf")).length;
  }

  private Exchange exchange() {
    return new DefaultExchange(camel);
  }

  private static NewDocument document(DocumentId id) {
    return new NewDocument(
        id,
        "me",
        "",
        BYTES,
        "a.pdf",
        "application/pdf",
        Origin.HTTP,
        null,
        Lane.BULK,
        "auto",
        null);
  }
}
