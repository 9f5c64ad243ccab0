package dev.sluice.intake.resumable;

import dev.sluice.intake.DocumentSpooler;
import dev.sluice.intake.FileKind;
import dev.sluice.intake.FileResults;
import dev.sluice.intake.Receipt;
import dev.sluice.intake.batch.BatchIntake;
import dev.sluice.intake.batch.RequestedBatch;
import dev.sluice.limits.StorageQuota;
import dev.sluice.model.document.Document;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.timetable.Profiles;
import dev.sluice.web.access.Caller;
import dev.sluice.web.problem.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Answers the calls of the tus protocol with the state of the upload, or a named failure. */
@Component
public class TusApi {

  private static final String REQUEST = "CamelHttpServletRequest";
  private static final String PIECE_TYPE = "application/offset+octet-stream";
  private static final Pattern BYTES = Pattern.compile("[0-9]{1,18}");

  private final ResumableUploads uploads;
  private final PieceIntake pieces;
  private final Ledger ledger;
  private final DocumentSpooler spooler;
  private final Profiles profiles;
  private final BatchIntake batches;
  private final StorageQuota storageQuota;

  TusApi(
      ResumableUploads uploads,
      PieceIntake pieces,
      Ledger ledger,
      DocumentSpooler spooler,
      Profiles profiles,
      BatchIntake batches,
      StorageQuota storageQuota) {
    this.uploads = uploads;
    this.pieces = pieces;
    this.ledger = ledger;
    this.spooler = spooler;
    this.profiles = profiles;
    this.batches = batches;
    this.storageQuota = storageQuota;
  }

  /** Begins an upload of Upload-Length bytes. */
  public ResumableUpload create(@Header(REQUEST) HttpServletRequest http) {
    requireOffered(http);
    long length = bytes(http, "Upload-Length");
    if (length == 0) {
      throw new FailureException(FailureCode.EMPTY_BODY, "Upload-Length is 0.");
    }
    if (http.getContentLengthLong() > 0) {
      throw badRequest("An upload begins without a body. Send the bytes by PATCH.");
    }
    String owner = Caller.of(http).owner();
    String sent = metadata(http);
    UploadMetadata metadata = UploadMetadata.of(sent);
    requireSize(metadata.announced(), length);
    profiles.require(metadata.profile());
    batches.require(new RequestedBatch(owner, metadata.batch()));
    return create(owner, sent, length);
  }

  /** All that is announced counts from now on, so that nothing is sent in vain. */
  private ResumableUpload create(String owner, String metadata, long length) {
    UploadId id = UploadId.next();
    storageQuota.within(owner, () -> uploads.create(id, owner, metadata, length));
    return uploads.find(owner, id).orElseThrow(TusApi::noSuchUpload);
  }

  /** The current state of the caller's upload. */
  public ResumableUpload find(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    ResumableUpload upload =
        UploadId.parse(id)
            .flatMap(known -> uploads.find(Caller.of(http).owner(), known))
            .orElseThrow(TusApi::noSuchUpload);
    if (upload.expiresAt().isBefore(Instant.now())) {
      throw new FailureException(FailureCode.UPLOAD_EXPIRED, "The upload took too long.");
    }
    return upload;
  }

  /** Appends the body to the upload, whose offset it must name. */
  public UploadPatch append(
      Exchange exchange, @Header(REQUEST) HttpServletRequest http, @Header("id") String id)
      throws IOException {
    exchange.setProperty(FileResults.REQUEST_ID, RequestId.of(http));
    ResumableUpload upload = find(http, id);
    if (!PIECE_TYPE.equals(http.getContentType())) {
      throw new FailureException(
          FailureCode.UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be " + PIECE_TYPE + ".");
    }
    if (bytes(http, "Upload-Offset") != upload.received()) {
      throw new FailureException(
          FailureCode.OFFSET_MISMATCH, "The upload stands at another offset.");
    }
    if (http.getContentLengthLong() > upload.missing()) {
      throw badRequest("The body goes beyond Upload-Length.");
    }
    if (upload.missing() == 0) {
      return new UploadPatch(upload, null);
    }
    UploadChecksum checksum = UploadChecksum.of(http.getHeader("Upload-Checksum"));
    UploadPatch patch = pieces.append(upload, http.getInputStream(), checksum);
    if (patch.isComplete()) {
      exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(patch.last()));
    }
    return patch;
  }

  /** The state of an upload, read again. */
  public ResumableUpload refresh(ResumableUpload upload) {
    return uploads.find(upload.owner(), upload.id()).orElseThrow(TusApi::noSuchUpload);
  }

  /** Ends the caller's upload; the document it may have become stays. */
  public void terminate(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    uploads.end(find(http, id).id());
  }

  /** The caller's upload, if it is finished. */
  public ResumableUpload finished(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    ResumableUpload upload = find(http, id);
    if (!upload.isFinished()) {
      throw new FailureException(
          Failure.of(FailureCode.NOT_READY, "The upload is not complete."),
          Map.of("received", String.valueOf(upload.received())));
    }
    return upload;
  }

  /** The receipt of the document that the upload became. */
  public Receipt receipt(@Body ResumableUpload upload) {
    Document document =
        ledger
            .find(upload.owner(), upload.documentId())
            .orElseThrow(
                () -> new FailureException(FailureCode.NOT_FOUND, "The document was deleted."));
    return Receipt.of(document, upload.duplicate());
  }

  private void requireSize(FileKind announced, long length) {
    if (announced == FileKind.PDF && length > spooler.maxBytes()) {
      throw new FailureException(
          FailureCode.TOO_LARGE,
          "A document may have at most "
              + spooler.maxBytes()
              + " bytes; a ZIP may have more if its filetype is application/zip.");
    }
    spooler.requireSize(announced, length);
  }

  /** What a client asks for and is not offered would make half a file a document. */
  private static void requireOffered(HttpServletRequest http) {
    if (http.getHeader("Upload-Concat") != null) {
      throw badRequest(
          "Upload-Concat is not offered: send the file as one upload, without parallel parts.");
    }
    if (http.getHeader("Upload-Defer-Length") != null) {
      throw badRequest("Upload-Defer-Length is not offered: send Upload-Length.");
    }
  }

  private static long bytes(HttpServletRequest http, String header) {
    String text = http.getHeader(header);
    if (text == null || !BYTES.matcher(text).matches()) {
      throw badRequest(header + " must be a number of bytes.");
    }
    return Long.parseLong(text);
  }

  private static String metadata(HttpServletRequest http) {
    String header = http.getHeader("Upload-Metadata");
    return header == null ? "" : header.strip();
  }

  private static FailureException badRequest(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }

  private static FailureException noSuchUpload() {
    return new FailureException(FailureCode.NOT_FOUND, "There is no such upload.");
  }
}
