package dev.sluice.results.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ZipStreamTest {

  private final List<String> closed = new ArrayList<>();

  @Test
  void eachFileIsInItAsItIs() throws Exception {
    byte[] large = new byte[300_000];
    new Random(1).nextBytes(large);

    byte[] zip =
        new ZipStream(
                List.of(
                        file("a.pdf", large),
                        text("b.txt", "b".getBytes(UTF_8)),
                        file("c", new byte[0]))
                    .iterator())
            .readAllBytes();

    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(next(in)).isEqualTo("a.pdf");
      assertThat(in.readAllBytes()).isEqualTo(large);
      assertThat(next(in)).isEqualTo("b.txt");
      assertThat(in.readAllBytes()).asString().isEqualTo("b");
      assertThat(next(in)).isEqualTo("c");
      assertThat(in.getNextEntry()).isNull();
    }
    assertThat(closed).containsExactly("a.pdf", "b.txt", "c");
  }

  @Test
  void ofALargeFileOnlyAPieceIsInMemory() throws Exception {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    InputStream zip =
        new ZipStream(List.of(DownloadedFile.asItIs("x", Instant.EPOCH, endless)).iterator());

    assertThat(zip.readNBytes(10_000_000)).hasSize(10_000_000);
  }

  @Test
  void aFileThatFailsBreaksItOffAndIsClosed() throws Exception {
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[100_000]),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the store is gone");
              }
            });
    ZipStream zip =
        new ZipStream(
            List.of(DownloadedFile.asItIs("x", Instant.EPOCH, closing("x", failing))).iterator());

    assertThatThrownBy(() -> zip.transferTo(new ByteArrayOutputStream()))
        .hasMessage("the store is gone");
    zip.close();
    assertThat(closed).containsExactly("x");
  }

  private static String next(ZipInputStream in) throws IOException {
    ZipEntry entry = in.getNextEntry();
    return entry == null ? null : entry.getName();
  }

  private DownloadedFile file(String name, byte[] bytes) {
    return DownloadedFile.asItIs(
        name, Instant.EPOCH, closing(name, new ByteArrayInputStream(bytes)));
  }

  private DownloadedFile text(String name, byte[] bytes) {
    return DownloadedFile.text(name, Instant.EPOCH, closing(name, new ByteArrayInputStream(bytes)));
  }

  private InputStream closing(String name, InputStream content) {
    return new FilterInputStream(content) {
      @Override
      public void close() {
        closed.add(name);
      }
    };
  }
}
