package dev.sluice.serve;

import dev.sluice.document.Document;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** Says under which name a browser saves an original. */
@Component
public class DownloadName {

  /** The Content-Disposition header; names beyond ASCII are encoded (RFC 6266, RFC 8187). */
  public String of(Document document) {
    return ContentDisposition.attachment()
        .filename(document.fileName(), StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
