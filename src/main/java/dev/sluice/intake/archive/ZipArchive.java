package dev.sluice.intake.archive;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP on local disk whose whole directory is checked before any entry is opened. Not thread-safe.
 */
public final class ZipArchive implements AutoCloseable {

  private final ZipFile zip;
  private final List<ArchiveEntry> entries;

  private ZipArchive(ZipFile zip, List<ArchiveEntry> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Opens an archive; the caller closes it. Throws {@link FailureException} if it is broken,
   * encrypted, empty, too large, or holds a name that is no plain relative path.
   */
  public static ZipArchive open(Path path, ArchiveSettings settings) throws IOException {
    ZipFile zip = readDirectory(path, settings);
    try {
      return new ZipArchive(zip, check(zip, settings));
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Its files in the order of its directory, at least one; folders and litter are left out. */
  public List<ArchiveEntry> entries() {
    return entries;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipFile readDirectory(Path path, ArchiveSettings settings) throws IOException {
    DirectoryChannel channel = new DirectoryChannel(FileChannel.open(path), settings.maxEntries());
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setCharset(StandardCharsets.ISO_8859_1) // never fails; EntryName reads the bytes
              .setUseUnicodeExtraFields(false)
              .get();
      channel.release();
      return zip;
    } catch (FailureException e) {
      channel.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw new FailureException(
          FailureCode.BROKEN_ARCHIVE, "The archive's directory cannot be read.", e);
    }
  }

  private static List<ArchiveEntry> check(ZipFile zip, ArchiveSettings settings) {
    requireApart(zip);
    ArchiveBudget budget = new ArchiveBudget(settings);
    List<ArchiveEntry> entries = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      requireOpen(entry);
      EntryName name = EntryName.of(entry);
      if (!name.isFolder() && !name.isLitter()) {
        entries.add(new ArchiveEntry(zip, entry, name, budget));
      }
    }
    requireCount(entries.size(), settings.maxEntries());
    return List.copyOf(entries);
  }

  // Entries that share bytes make a small archive inflate to anything.
  private static void requireApart(ZipFile zip) {
    long end = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
      long start = entry.getDataOffset();
      if (entry.getLocalHeaderOffset() < end || start + entry.getCompressedSize() < start) {
        throw new FailureException(FailureCode.BROKEN_ARCHIVE, "The archive's entries overlap.");
      }
      end = start + entry.getCompressedSize();
    }
  }

  private static void requireOpen(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new FailureException(FailureCode.ENCRYPTED_ARCHIVE, "The archive is encrypted.");
    }
  }

  private static void requireCount(int count, int limit) {
    if (count == 0) {
      throw new FailureException(FailureCode.EMPTY_ARCHIVE, "The archive holds no file.");
    }
    if (count > limit) {
      throw new FailureException(
          FailureCode.TOO_MANY_ENTRIES, "An archive may hold at most " + limit + " files.");
    }
  }
}
