package dev.sluice.work;

import dev.sluice.model.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.apache.commons.io.function.IOSupplier;

/** One original on local disk, fetched by its first reader; the cache counts its readers. */
final class CachedOriginal {

  private SpoolFile file;
  private volatile long bytes;
  private int readers;
  private boolean released;
  private long idleSince;

  /** The file; the first caller fetches it and others wait. It is fetched again if that failed. */
  synchronized Path get(IOSupplier<SpoolFile> newFile, IOSupplier<InputStream> original)
      throws IOException {
    if (file == null) {
      SpoolFile fetched = newFile.get();
      try (InputStream in = original.get()) {
        Files.copy(in, fetched.path(), StandardCopyOption.REPLACE_EXISTING);
        file = fetched;
        bytes = Files.size(file.path());
      } finally {
        if (file == null) {
          fetched.close();
        }
      }
    }
    return file.path();
  }

  /** Takes a file as if it had been fetched. */
  synchronized void adopt(SpoolFile fetched) throws IOException {
    remove();
    file = fetched;
    bytes = Files.size(fetched.path());
  }

  synchronized void remove() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /** How large it is; 0 while it is not there. */
  long bytes() {
    return bytes;
  }

  void enter() {
    readers++;
  }

  void leave() {
    readers--;
    idleSince = System.nanoTime();
  }

  /** Marks the original as one that no caller will ask for any more. */
  void release() {
    released = true;
  }

  boolean isReleased() {
    return released;
  }

  boolean isIdle() {
    return readers == 0;
  }

  boolean isIdleFor(Duration time) {
    return isIdle() && System.nanoTime() - idleSince >= time.toNanos();
  }
}
