package dev.sluice.intake.archive;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** One file in an archive. */
public final class ArchiveEntry {

  private final ZipFile zip;
  private final ZipArchiveEntry entry;
  private final EntryName name;
  private final ArchiveBudget budget;

  ArchiveEntry(ZipFile zip, ZipArchiveEntry entry, EntryName name, ArchiveBudget budget) {
    this.zip = zip;
    this.entry = entry;
    this.name = name;
    this.budget = budget;
  }

  /** Its path within the archive, relative and with forward slashes. */
  public String path() {
    return name.path();
  }

  /** Its size in bytes as the archive says; more are never read. */
  public long sizeBytes() {
    return entry.getSize();
  }

  /**
   * Its bytes. Throws {@link FailureException}, as reading does, if it is damaged, packed in an
   * unusual way, or if the archive inflates too much; an archive that did is not read again.
   */
  public InputStream open() throws IOException {
    budget.requireLeft();
    int method = entry.getMethod();
    if (method != ZipMethod.STORED.getCode() && method != ZipMethod.DEFLATED.getCode()) {
      throw new FailureException(
          FailureCode.UNREADABLE_ENTRY, "It is packed by method " + method + ", not deflated.");
    }
    return new EntryStream(zip.getInputStream(entry), entry, budget);
  }
}
