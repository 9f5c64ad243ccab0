package dev.sluice.intake.http;

import dev.sluice.intake.FileName;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.UploadContext;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Reads what a request says about the files in its body, and streams the parts of a form. */
record UploadRequest(HttpServletRequest request) {

  /** The media type of a form with files. */
  static final String FORM = "multipart/form-data";

  /** Longest header of a part, in bytes: room for an encoded file name of 255 characters. */
  private static final int LONGEST_PART_HEADER = 4096;

  /** In lower case and without parameters; empty if there is none. */
  String mediaType() {
    String header = request.getContentType();
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The name of a body that is a file; null if there is none. */
  String fileName() {
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

  /** A form's parts; throws FileUploadException if the body is none or has more bytes than this. */
  FileItemIterator parts(long maxBytes) throws IOException, FileUploadException {
    FileUpload reader = new FileUpload();
    reader.setSizeMax(maxBytes);
    reader.setPartHeaderSizeMax(LONGEST_PART_HEADER);
    return reader.getItemIterator(new Form(request));
  }

  /** A part's file name, however odd. */
  static String nameOf(FileItemStream part) {
    try {
      return part.getName();
    } catch (InvalidFileNameException odd) {
      return odd.getName();
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
