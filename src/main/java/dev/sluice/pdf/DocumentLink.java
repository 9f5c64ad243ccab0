package dev.sluice.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A document in the one folder where a fork finds any, for the time that it is read. */
record DocumentLink(Path file) implements AutoCloseable {

  /**
   * Links the document into the folder, or copies it if that is on another disk. Throws {@link
   * UncheckedIOException} if neither can be done.
   */
  static DocumentLink to(Path document, Path folder) {
    Path file = folder.resolve(UUID.randomUUID() + ".pdf");
    try {
      return new DocumentLink(link(document, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path link(Path document, Path file) throws IOException {
    try {
      return Files.createLink(file, document.toRealPath());
    } catch (IOException | UnsupportedOperationException otherDisk) {
      return Files.copy(document, file);
    }
  }

  /** Takes it away from the fork. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
