package dev.sluice.intake;

import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** The document within a request: the raw body, or the one file of a multipart form. */
final class UploadBody {

  private static final Set<String> RAW =
      Set.of("application/pdf", "application/x-pdf", "application/octet-stream");
  private static final String MULTIPART = "multipart/form-data";

  /** What comes before and after the file in a multipart body, bytes. */
  private static final long MULTIPART_ALLOWANCE = 64 * 1024;

  /** Bytes: room for a file name of 255 characters, encoded. */
  private static final int LONGEST_PART_HEADER = 4096;

  private final HttpServletRequest request;
  private final DocumentSpooler spooler;

  UploadBody(HttpServletRequest request, DocumentSpooler spooler) {
    this.request = request;
    this.spooler = spooler;
  }

  /** A document on disk and the name its sender gave it. */
  record Received(SpooledDocument document, String fileName) {}

  Received read() throws IOException {
    String mediaType = mediaType();
    if (mediaType.equals(MULTIPART)) {
      return readForm();
    }
    if (!mediaType.isEmpty() && !RAW.contains(mediaType)) {
      throw new FailureException(
          FailureCode.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is no document's.");
    }
    String fileName = rawFileName();
    return new Received(
        spooler.spool(request.getInputStream(), request.getContentLengthLong()), fileName);
  }

  private Received readForm() throws IOException {
    if (request.getContentLengthLong() > spooler.maxBytes() + MULTIPART_ALLOWANCE) {
      throw spooler.tooLarge();
    }
    try {
      FileItemIterator parts = formReader().getItemIterator(new Form(request));
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

  private FileUpload formReader() {
    FileUpload reader = new FileUpload();
    reader.setSizeMax(spooler.maxBytes() + MULTIPART_ALLOWANCE);
    reader.setPartHeaderSizeMax(LONGEST_PART_HEADER);
    return reader;
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
    return new Received(document, part.getName());
  }

  private String mediaType() {
    String header = request.getContentType();
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private String rawFileName() {
    String name = request.getHeader("X-File-Name");
    if (name != null) {
      return FileName.decode(name);
    }
    String disposition = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
    try {
      return disposition == null ? null : ContentDisposition.parse(disposition).getFilename();
    } catch (IllegalArgumentException malformed) {
      throw new FailureException(
          FailureCode.BAD_REQUEST, "Content-Disposition is malformed.", malformed);
    }
  }

  private record Form(HttpServletRequest request) implements UploadContext {
    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public String getContentType() {
      return request.getContentType();
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }

    @Override
    @Deprecated
    public int getContentLength() {
      return (int) Math.min(contentLength(), Integer.MAX_VALUE);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return request.getInputStream();
    }
  }
}
