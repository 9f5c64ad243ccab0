package dev.sluice.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.model.document.Document;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** Writes the header that names the file under which a browser saves an original. */
@Component
public class DownloadName {

  /** The Content-Disposition header; names beyond ASCII are encoded (RFC 6266, RFC 8187). */
  public String of(Document document) {
    return of(document.fileName());
  }

  /** The header for a file with another name than its document. */
  public static String of(String name) {
    boolean ascii = US_ASCII.newEncoder().canEncode(name);
    return ContentDisposition.attachment()
        .filename(name, ascii ? US_ASCII : UTF_8)
        .build()
        .toString();
  }
}
