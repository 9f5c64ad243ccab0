package dev.sluice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.AtOnce;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.spool.SpoolFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Originals of 100 bytes, of which 250 bytes are kept while no worker reads them. */
class OriginalCacheTest {

  private static final int BYTES = 100;

  @TempDir private Path root;
  private final CamelContext camel = new DefaultCamelContext();
  private final AtomicInteger fetched = new AtomicInteger();
  private SpoolFolder folder;
  private OriginalCache originals;
  private boolean outage;

  @BeforeEach
  void open() {
    folder = new SpoolFolder(root);
    originals = keepingFor(Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void whoeverReadsADocumentAtTheSameTimeReadsOneFile() {
    Document document = document();

    List<CompletableFuture<Path>> readers =
        IntStream.range(0, 8)
            .mapToObj(n -> AtOnce.start(() -> fetch(document, exchange())))
            .toList();

    assertThat(readers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(fetched).hasValue(1);
    assertThat(readers.get(0).join()).hasSize(BYTES);
  }

  @Test
  void whoeverComesSoonAfterFindsItThere() {
    Document document = document();

    read(document);
    read(document);

    assertThat(fetched).hasValue(1);
  }

  @Test
  void ofUnreadOriginalsTheLongestUnusedGoFirst() {
    // Given
    Document first = document();
    Document second = document();
    read(first);
    read(second);
    read(first);

    // When
    read(document());

    // Then
    assertThat(files()).isEqualTo(2);
    read(first);
    assertThat(fetched).hasValue(3);
    read(second);
    assertThat(fetched).hasValue(4);
  }

  @Test
  void whatIsReadStaysHoweverMuchItIs() {
    List<Path> read = IntStream.range(0, 5).mapToObj(n -> fetch(document(), exchange())).toList();

    assertThat(read).allMatch(Files::exists);
  }

  @Test
  void whatWasNotReadForAWhileIsRemoved() throws Exception {
    // Given
    originals = keepingFor(Duration.ofNanos(1));
    Exchange reading = exchange();
    Path used = fetch(document(), reading);
    read(document());

    // When
    originals.forget();

    // Then
    assertThat(files()).isEqualTo(1);
    assertThat(used).exists();
  }

  @Test
  void thatOfAGatheredDocumentGoesWithItsLastReader() throws Exception {
    // Given
    Document document = document();
    Exchange reading = exchange();
    fetch(document, reading);

    // When
    originals.release(document);

    // Then
    assertThat(files()).isEqualTo(1);
    done(reading);
    assertThat(files()).isZero();
  }

  @Test
  void anOutageIsNotRemembered() {
    Document document = document();
    outage = true;
    assertThatThrownBy(() -> read(document)).hasRootCauseInstanceOf(IOException.class);
    assertThat(files()).isZero();

    outage = false;
    read(document);

    assertThat(fetched).hasValue(1);
  }

  @Test
  void theFileOfADocumentThatWasJustSplitIsNotFetchedAgain() throws Exception {
    Document document = document();
    Path file = Files.write(root.resolve("at-hand"), new byte[BYTES]);

    originals.adopt(document, file);
    read(document);

    assertThat(fetched).hasValue(0);
    assertThat(file).doesNotExist();
  }

  private void read(Document document) {
    Exchange exchange = exchange();
    try {
      fetch(document, exchange);
    } finally {
      done(exchange);
    }
  }

  private static void done(Exchange exchange) {
    exchange
        .getExchangeExtension()
        .handoverCompletions()
        .forEach(done -> done.onComplete(exchange));
  }

  private Path fetch(Document document, Exchange exchange) {
    try {
      return originals.fetch(document, exchange);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream fromStore(String key) throws IOException {
    if (outage) {
      throw new IOException("no answer");
    }
    fetched.incrementAndGet();
    return new ByteArrayInputStream(new byte[BYTES]);
  }

  private OriginalCache keepingFor(Duration time) {
    return new OriginalCache(
        this::fromStore, folder, new OriginalCacheSettings(time, DataSize.ofBytes(250)));
  }

  private long files() {
    String[] names = folder.path().toFile().list((parent, name) -> name.endsWith(".pdf"));
    return names.length;
  }

  private Exchange exchange() {
    return new DefaultExchange(camel);
  }

  private static Document document() {
    return ClaimedDocument.of(DocumentId.next(), BYTES);
  }
}
