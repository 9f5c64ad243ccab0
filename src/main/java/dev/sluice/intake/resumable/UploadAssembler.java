package dev.sluice.intake.resumable;

import dev.sluice.intake.ArchiveReader;
import dev.sluice.intake.Arrival;
import dev.sluice.intake.FileReader;
import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.IncomingFile.Content;
import dev.sluice.intake.Sender;
import dev.sluice.intake.SpooledDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Joins the pieces of an upload into one document, or an archive (Aggregator). */
@Component
public class UploadAssembler {

  private final ResumableUploads uploads;
  private final PieceStore store;
  private final FileReader reader;
  private final ArchiveReader archives;

  UploadAssembler(
      ResumableUploads uploads, PieceStore store, FileReader reader, ArchiveReader archives) {
    this.uploads = uploads;
    this.store = store;
    this.reader = reader;
    this.archives = archives;
  }

  /** Reads the pieces as one file. One that can never be received ends its upload. */
  public SpooledDocument assemble(@Body UploadPatch patch, Exchange exchange) throws IOException {
    IncomingFile file = fileOf(patch, null);
    exchange.setProperty("incoming", file);
    try {
      return reader.read(file, exchange);
    } catch (FailureException e) {
      endIfInvalid(patch, e);
      throw e;
    }
  }

  /** The document that an upload is about to become; from now on its bytes count as such. */
  public Arrival enter(
      @ExchangeProperty("patch") UploadPatch patch,
      @ExchangeProperty("incoming") IncomingFile file,
      @Body SpooledDocument spooled) {
    Arrival arrival = reader.arrival(file, spooled);
    uploads.enter(patch.upload().id(), arrival.document().id());
    return arrival;
  }

  /**
   * The files of an upload that is an archive; from now on these count instead of it. One that is
   * refused as a whole ends its upload.
   */
  public Iterator<IncomingFile> open(
      @ExchangeProperty("patch") UploadPatch patch,
      @Body SpooledDocument spooled,
      Exchange exchange)
      throws IOException {
    try {
      uploads.enterFiles(patch.upload().id());
      return archives.open(fileOf(patch, "archive.zip"), spooled, exchange);
    } catch (FailureException e) {
      endIfInvalid(patch, e);
      throw e;
    }
  }

  private void endIfInvalid(UploadPatch patch, FailureException e) {
    if (e.failure() instanceof Failure.Invalid) {
      uploads.end(patch.upload().id());
    }
  }

  private IncomingFile fileOf(UploadPatch patch, String unnamed) {
    ResumableUpload upload = patch.upload();
    UploadMetadata metadata = UploadMetadata.of(upload.metadata());
    return new IncomingFile(
        new Sender(upload.owner(), Origin.HTTP, metadata.lane(), metadata.profile()),
        metadata.fileName() == null ? unnamed : metadata.fileName(),
        null,
        upload.length(),
        () -> contentOf(patch));
  }

  private InputStream contentOf(UploadPatch patch) {
    Stream<Content> stored =
        uploads.pieces(patch.upload().id()).stream().map(key -> () -> store.open(key));
    return new PieceStream(Stream.concat(stored, Stream.of(patch.last()::open)).iterator());
  }
}
