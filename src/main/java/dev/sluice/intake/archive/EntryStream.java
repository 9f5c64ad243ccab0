package dev.sluice.intake.archive;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Inflates one entry within limits, and fails at its end if size or checksum is wrong. */
final class EntryStream extends InputStream {

  private final InputStream inflated;
  private final ZipArchiveEntry entry;
  private final ArchiveBudget budget;
  private final CRC32 crc = new CRC32();
  private long size;

  EntryStream(InputStream inflated, ZipArchiveEntry entry, ArchiveBudget budget) {
    this.inflated = inflated;
    this.entry = entry;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = inflate(buffer, offset, length);
    if (count < 0) {
      requireWhole();
      return -1;
    }
    size += count;
    if (size > entry.getSize()) {
      throw damaged(null);
    }
    budget.count(count, size, entry.getCompressedSize());
    crc.update(buffer, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    inflated.close();
  }

  private int inflate(byte[] buffer, int offset, int length) throws IOException {
    try {
      return inflated.read(buffer, offset, length);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  private void requireWhole() {
    if (size != entry.getSize() || crc.getValue() != entry.getCrc()) {
      throw damaged(null);
    }
  }

  private static FailureException damaged(IOException cause) {
    return new FailureException(
        FailureCode.UNREADABLE_ENTRY, "The entry's checksum does not match its bytes.", cause);
  }
}
