package dev.sluice.intake;

import dev.sluice.intake.IncomingFile.Place;
import dev.sluice.intake.archive.ArchiveEntry;
import dev.sluice.intake.archive.ArchiveSettings;
import dev.sluice.intake.archive.ZipArchive;
import dev.sluice.model.spool.CloseAfterExchange;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Opens an archive on disk, whichever door it came by, until the exchange is over. */
@Component
public class ArchiveReader {

  private final ArchiveSettings settings;

  ArchiveReader(ArchiveSettings settings) {
    this.settings = settings;
  }

  /** The archive's files, none of them read yet; throws FailureException if it is refused. */
  public Iterator<IncomingFile> open(
      @ExchangeProperty("incoming") IncomingFile archive,
      @Body SpooledDocument spooled,
      Exchange exchange)
      throws IOException {
    ZipArchive zip = ZipArchive.open(spooled.path(), settings);
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(zip));
    return zip.entries().stream().map(entry -> fileOf(archive, entry)).iterator();
  }

  private static IncomingFile fileOf(IncomingFile archive, ArchiveEntry entry) {
    String source = Objects.requireNonNullElse(archive.source(), archive.name());
    return new IncomingFile(
        archive.sender(),
        entry.path(),
        source + "!/" + entry.path(),
        entry.sizeBytes(),
        entry::open,
        Place.IN_ARCHIVE);
  }
}
