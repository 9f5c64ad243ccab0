package dev.sluice.intake.http;

import dev.sluice.intake.DocumentSpooler;
import dev.sluice.intake.SpooledDocument;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;

/** The document within a request: the raw body, or the one file of a multipart form. */
final class UploadBody {

  /** Bytes allowed before and after the file in a multipart body. */
  private static final long MULTIPART_ALLOWANCE = 64 * 1024;

  private final HttpServletRequest request;
  private final UploadRequest upload;
  private final DocumentSpooler spooler;

  UploadBody(HttpServletRequest request, DocumentSpooler spooler) {
    this.request = request;
    this.upload = new UploadRequest(request);
    this.spooler = spooler;
  }

  /** A document on disk and the name its sender gave it. */
  record Received(SpooledDocument document, String fileName) {}

  Received read() throws IOException {
    String mediaType = upload.mediaType();
    if (mediaType.equals(UploadRequest.FORM)) {
      return readForm();
    }
    if (!mediaType.isEmpty() && !UploadParameters.isDocument(mediaType)) {
      throw new FailureException(
          FailureCode.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is not a document type.");
    }
    String fileName = upload.fileName();
    return new Received(
        spooler.spool(request.getInputStream(), request.getContentLengthLong()), fileName);
  }

  private Received readForm() throws IOException {
    if (request.getContentLengthLong() > spooler.maxBytes() + MULTIPART_ALLOWANCE) {
      throw spooler.tooLarge();
    }
    try {
      FileItemIterator parts = upload.parts(spooler.maxBytes() + MULTIPART_ALLOWANCE);
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        if (!part.isFormField()) {
          return readOnly(part, parts);
        }
      }
    } catch (SizeLimitExceededException e) {
      throw spooler.tooLarge();
    } catch (FileUploadException e) {
      throw new FailureException(FailureCode.BAD_REQUEST, "The multipart body is malformed.", e);
    }
    throw new FailureException(FailureCode.EMPTY_BODY, "The form holds no file.");
  }

  private Received readOnly(FileItemStream part, FileItemIterator parts)
      throws IOException, FileUploadException {
    SpooledDocument document;
    try (InputStream in = part.openStream()) {
      document = spooler.spool(in, request.getContentLengthLong() - MULTIPART_ALLOWANCE);
    }
    try {
      while (parts.hasNext()) {
        if (!parts.next().isFormField()) {
          throw new FailureException(FailureCode.BAD_REQUEST, "Send one file per request.");
        }
      }
    } catch (IOException | FileUploadException | RuntimeException e) {
      document.close();
      throw e;
    }
    return new Received(document, UploadRequest.nameOf(part));
  }
}
