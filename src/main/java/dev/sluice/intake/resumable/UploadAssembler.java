package dev.sluice.intake.resumable;

import dev.sluice.intake.Arrival;
import dev.sluice.intake.FileReader;
import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.IncomingFile.Content;
import dev.sluice.intake.IncomingFile.Place;
import dev.sluice.intake.Receipt;
import dev.sluice.intake.Sender;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Joins the pieces of an upload into one document (Aggregator). */
@Component
public class UploadAssembler {

  private final ResumableUploads uploads;
  private final PieceStore store;
  private final FileReader reader;

  UploadAssembler(ResumableUploads uploads, PieceStore store, FileReader reader) {
    this.uploads = uploads;
    this.store = store;
    this.reader = reader;
  }

  /** Reads the pieces as one file. One that can never be received ends its upload. */
  public Arrival assemble(@Body UploadPatch patch, Exchange exchange) throws IOException {
    IncomingFile file = fileOf(patch);
    try {
      Arrival arrival = reader.arrival(file, reader.read(file, exchange));
      uploads.enter(patch.upload().id(), arrival.document().id());
      return arrival;
    } catch (FailureException e) {
      if (e.failure() instanceof Failure.Invalid) {
        uploads.end(patch.upload().id());
      }
      throw e;
    }
  }

  /** Counts the last piece, now that the document is received. */
  public void finish(UploadPatch patch, Receipt receipt) {
    if (!uploads.finish(patch.upload(), receipt.id(), receipt.duplicate())) {
      throw new FailureException(FailureCode.OFFSET_MISMATCH, "A concurrent request was faster.");
    }
  }

  private IncomingFile fileOf(UploadPatch patch) {
    ResumableUpload upload = patch.upload();
    UploadMetadata metadata = UploadMetadata.of(upload.metadata());
    return new IncomingFile(
        new Sender(upload.owner(), Origin.HTTP, metadata.lane(), metadata.profile()),
        metadata.fileName(),
        null,
        upload.length(),
        () -> contentOf(patch),
        Place.AMONG_OTHERS);
  }

  private InputStream contentOf(UploadPatch patch) {
    Stream<Content> stored =
        uploads.pieces(patch.upload().id()).stream().map(key -> () -> store.open(key));
    return new PieceStream(Stream.concat(stored, Stream.of(patch.last()::open)).iterator());
  }
}
