package dev.sluice.intake.http;

import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.IncomingFile.Content;
import dev.sluice.intake.IncomingFile.Place;
import dev.sluice.intake.Sender;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.util.Iterator;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * The files of a form, read from the connection one after the other. Each must have been read
 * before the next is requested. Only then is it known whether there is one, so the last element is
 * null, which a Splitter skips. Not thread-safe.
 */
final class FormFiles implements Iterator<IncomingFile> {

  private final Sender sender;
  private final UploadRequest request;
  private final long maxBytes;
  private final int maxFiles;
  private FileItemIterator parts;
  private FileItemStream first;
  private int count;
  private boolean ended;

  /** Throws {@link FailureException} if the form is malformed, too large or holds no file. */
  FormFiles(Sender sender, UploadRequest request, long maxBytes, int maxFiles) {
    this.sender = sender;
    this.request = request;
    this.maxBytes = maxBytes;
    this.maxFiles = maxFiles;
    this.first = find();
    if (first == null) {
      throw new FailureException(FailureCode.EMPTY_BODY, "The form holds no file.");
    }
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public IncomingFile next() {
    try {
      FileItemStream part = first == null ? find() : first;
      first = null;
      ended = part == null;
      return ended ? null : file(part);
    } catch (FailureException e) {
      ended = true; // those before have their receipts, so this is no failure of the request
      return file("rest of the form", unread(e));
    }
  }

  private FileItemStream find() {
    try {
      parts = parts == null ? request.parts(maxBytes) : parts;
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        if (!part.isFormField()) {
          return part;
        }
      }
      return null;
    } catch (SizeLimitExceededException e) {
      throw new FailureException(FailureCode.TOO_LARGE, "The form is too large.", e);
    } catch (FileUploadException e) {
      throw new FailureException(FailureCode.BAD_REQUEST, "The form is malformed.", e);
    } catch (IOException e) {
      throw new FailureException(
          FailureCode.UPLOAD_INTERRUPTED, "The form ended before it was complete.", e);
    }
  }

  private IncomingFile file(FileItemStream part) {
    count++;
    ended = count == 2 * maxFiles; // up to this many files are reported by name as too many
    return file(UploadRequest.nameOf(part), count > maxFiles ? unread(tooMany()) : read(part));
  }

  // One archive, because a report has an end: so it is the first file or none.
  private IncomingFile file(String name, Content content) {
    return new IncomingFile(
        sender, name, null, -1, content, count == 1 ? Place.ALONE : Place.AMONG_OTHERS);
  }

  private Content read(FileItemStream part) {
    return () ->
        new ProxyInputStream(part.openStream()) {
          @Override
          protected void handleIOException(IOException e) throws IOException {
            ended = true; // there is nothing to be read behind it
            throw e;
          }
        };
  }

  private FailureException tooMany() {
    return new FailureException(
        FailureCode.TOO_MANY_FILES, "A form may hold at most " + maxFiles + " files.");
  }

  private static Content unread(FailureException failure) {
    return () -> {
      throw failure;
    };
  }
}
