package dev.sluice.intake.http;

import dev.sluice.intake.FileResults;
import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.IntakeSettings;
import dev.sluice.intake.Sender;
import dev.sluice.intake.archive.ArchiveSettings;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.Profiles;
import dev.sluice.web.problem.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The HTTP door for several documents: reads the files of a form, or an archive. */
@Component
public class MultipleUploadReader {

  private final IntakeSettings settings;
  private final ArchiveSettings archives;
  private final Profiles profiles;

  MultipleUploadReader(IntakeSettings settings, ArchiveSettings archives, Profiles profiles) {
    this.settings = settings;
    this.archives = archives;
    this.profiles = profiles;
  }

  /** The request's files, none of them read yet; throws FailureException if there is none. */
  public Iterator<IncomingFile> read(
      Exchange exchange, @Header("CamelHttpServletRequest") HttpServletRequest request)
      throws IOException {
    exchange.setProperty(FileResults.REQUEST_ID, RequestId.of(request));
    Sender sender = UploadParameters.sender(request);
    profiles.require(sender.profile());
    UploadRequest upload = new UploadRequest(request);
    if (upload.mediaType().equals(UploadRequest.FORM)) {
      return new FormFiles(sender, upload, maxFormBytes(), settings.maxFiles());
    }
    if (UploadParameters.isArchive(upload.mediaType())) {
      return archive(sender, upload);
    }
    throw new FailureException(
        FailureCode.UNSUPPORTED_MEDIA_TYPE,
        "The Content-Type is neither multipart/form-data nor application/zip.");
  }

  private long maxFormBytes() {
    return archives.maxSize().toBytes() + settings.maxFiles() * settings.maxSize().toBytes();
  }

  private static Iterator<IncomingFile> archive(Sender sender, UploadRequest upload)
      throws IOException {
    PushbackInputStream body = new PushbackInputStream(upload.request().getInputStream());
    int first = body.read();
    if (first < 0) {
      throw new FailureException(FailureCode.EMPTY_BODY, "The file is empty.");
    }
    body.unread(first);
    String name = Objects.requireNonNullElse(upload.fileName(), "archive.zip");
    long announced = upload.request().getContentLengthLong();
    return List.of(new IncomingFile(sender, name, null, announced, () -> body)).iterator();
  }
}
