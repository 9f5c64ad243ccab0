package dev.sluice.pdf;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.function.IOConsumer;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** Collects the frames of a document's pages: in memory up to 1 MB, then in a temporary file. */
final class PageBuffer implements AutoCloseable {

  private static final int IN_MEMORY_BYTES = 1 << 20;

  private final DeferredFileOutputStream file;
  private final DataOutputStream out;
  private int pages;

  PageBuffer(Path folder) {
    file =
        DeferredFileOutputStream.builder()
            .setThreshold(IN_MEMORY_BYTES)
            .setPrefix("pages")
            .setDirectory(folder)
            .get();
    out = new DataOutputStream(file);
  }

  /** Keeps one page; throws {@link UncheckedIOException} when the disk does not take it. */
  void add(ForkFrame page) {
    try {
      page.writeTo(out);
      pages++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps pages that another store had kept. */
  void addAll(IOConsumer<OutputStream> frames, int count) throws IOException {
    frames.accept(out);
    pages += count;
  }

  int pages() {
    return pages;
  }

  /** Everything kept so far; the store now belongs to the pages. */
  ParsedPages finish() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ParsedPages(pages, file::toInputStream, this::close);
  }

  /** Forgets everything. */
  @Override
  public void close() {
    try {
      file.close();
      if (!file.isInMemory()) {
        Files.deleteIfExists(file.getPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
