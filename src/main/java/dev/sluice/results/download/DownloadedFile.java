package dev.sluice.results.download;

import java.io.InputStream;
import java.time.Instant;
import java.util.zip.Deflater;

/**
 * A file in an archive.
 *
 * @param name without folders
 * @param level how much work its compression is worth, as {@link Deflater} counts it
 * @param content read once, and closed
 */
record DownloadedFile(String name, int level, Instant time, InputStream content) {

  /** A file that is compressed already, as originals are. */
  static DownloadedFile asItIs(String name, Instant time, InputStream content) {
    return new DownloadedFile(name, Deflater.NO_COMPRESSION, time, content);
  }

  /** A file that is made while it is read. */
  static DownloadedFile text(String name, Instant time, InputStream content) {
    return new DownloadedFile(name, Deflater.BEST_SPEED, time, content);
  }
}
