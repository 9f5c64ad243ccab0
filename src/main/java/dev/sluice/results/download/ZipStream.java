package dev.sluice.results.download;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that is made while it is read, with one piece of one file in memory. What a file or the
 * next of them throws breaks it off, so that no reader takes it for whole.
 */
final class ZipStream extends InputStream {

  private static final int PIECE = 64 * 1024;

  private final ByteArrayOutputStream made = new ByteArrayOutputStream(PIECE + 1024);
  private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
  private final Iterator<DownloadedFile> files;
  private InputStream piece = InputStream.nullInputStream();
  private InputStream file;
  private boolean finished;

  ZipStream(Iterator<DownloadedFile> files) {
    this.files = files;
  }

  /** Makes the first piece, so that what fails at once is an answer of its own. */
  ZipStream begin() throws IOException {
    advance();
    return this;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = piece.read(target, offset, length);
    while (read < 0 && !finished) {
      advance();
      read = piece.read(target, offset, length);
    }
    return read;
  }

  private void advance() throws IOException {
    made.reset();
    if (file != null) {
      copy();
    } else if (files.hasNext()) {
      open(files.next());
    } else {
      zip.finish();
      finished = true;
    }
    piece = new ByteArrayInputStream(made.toByteArray());
  }

  private void open(DownloadedFile next) throws IOException {
    file = next.content();
    ZipEntry entry = new ZipEntry(next.name());
    entry.setTime(next.time().toEpochMilli());
    zip.setLevel(next.level());
    zip.putNextEntry(entry);
  }

  private void copy() throws IOException {
    byte[] bytes = file.readNBytes(PIECE);
    zip.write(bytes);
    if (bytes.length < PIECE) {
      zip.closeEntry();
      close();
    }
  }

  /** Lets go of the file that is being read. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      InputStream read = file;
      file = null;
      read.close();
    }
  }
}
