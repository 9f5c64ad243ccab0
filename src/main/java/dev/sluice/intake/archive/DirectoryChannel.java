package dev.sluice.intake.archive;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * Limits how many of an archive's bytes may be read for its directory. The directory is kept in
 * memory, and the number of entries that an archive announces cannot be trusted.
 */
final class DirectoryChannel implements SeekableByteChannel {

  /** Bytes allowed for names, sizes and further fields of one entry; more than usual. */
  private static final long PER_ENTRY = 1024;

  /** Bytes allowed for finding the directory's end behind a comment of any length. */
  private static final long SEARCH = 512 * 1024;

  private final FileChannel file;
  private long left;

  DirectoryChannel(FileChannel file, int maxEntries) {
    this.file = file;
    this.left = SEARCH + PER_ENTRY * maxEntries;
  }

  /** Lifts the limit: from now on all bytes may be read. */
  void release() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = file.read(target);
    left -= count;
    if (left < 0) {
      throw new FailureException(
          FailureCode.TOO_MANY_ENTRIES, "The archive's directory is too large.");
    }
    return count;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return file.write(source);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
