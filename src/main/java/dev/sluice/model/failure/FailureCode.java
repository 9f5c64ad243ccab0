package dev.sluice.model.failure;

import static dev.sluice.model.failure.FailureCategory.INVALID;
import static dev.sluice.model.failure.FailureCategory.POISON;
import static dev.sluice.model.failure.FailureCategory.TRANSIENT;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists every failure that Sluice names, with its HTTP status and advice for the caller. */
public enum FailureCode {
  BAD_REQUEST(INVALID, 400, "Correct the request as the detail says."),
  MALFORMED_ID(INVALID, 400, "Use the id as the receipt gave it."),
  MALFORMED_CURSOR(INVALID, 400, "Use nextCursor as the last page gave it, or leave it out."),
  MISSING_SEMESTER_DATES(
      INVALID,
      400,
      "Send semesters, e.g. S1:2026-02-09..2026-05-22, or semesterStart and semesterEnd."),
  EMPTY_BODY(INVALID, 400, "Send the PDF as the request's body."),
  MALFORMED_DIGEST(INVALID, 400, "Send Content-Digest as sha-256=:<base64>: (RFC 9530)."),
  DIGEST_MISMATCH(INVALID, 400, "The bytes changed on the way: send them again."),
  UNAUTHORIZED(
      INVALID, 401, "Send a valid API key as Authorization: Bearer or X-API-Key, or log in."),
  FORBIDDEN(INVALID, 403, "This needs another role."),
  CSRF_TOKEN_REQUIRED(INVALID, 403, "Send X-CSRF-Token as GET /session has it."),
  NOT_FOUND(INVALID, 404, "Check the address and the id."),
  METHOD_NOT_ALLOWED(INVALID, 405, "See the Allow header."),
  NOT_ACCEPTABLE(INVALID, 406, "Ask for another media type."),
  NOT_READY(INVALID, 409, "Ask again when the document's state is completed."),
  NO_RESULT(INVALID, 409, "The document ended without results: see its failure."),
  PAGE_NOT_READ(INVALID, 409, "This page has no result: see the document's gaps for the reason."),
  CONFLICT(INVALID, 409, "The document's state does not allow this."),
  OFFSET_MISMATCH(INVALID, 409, "Ask for the offset by HEAD and go on from there."),
  WEBHOOK_DISABLED(INVALID, 409, "Delete the webhook and register it again."),
  PING_PENDING(INVALID, 409, "See the webhook's deliveries, and ask again when it ended."),
  TOO_MANY_WEBHOOKS(INVALID, 409, "Delete one that you need no more."),
  TOO_MANY_KEYS(INVALID, 409, "Revoke one that you need no more."),
  TOO_MANY_SUBSCRIPTIONS(INVALID, 409, "Delete one that you need no more."),
  ORIGINAL_GONE(INVALID, 410, "Originals are kept for a while: use the results, or send it again."),
  DOCUMENT_EXPIRED(INVALID, 410, "Send the document again if you need its results again."),
  UPLOAD_EXPIRED(INVALID, 410, "Begin a new upload."),
  TUS_VERSION_UNKNOWN(INVALID, 412, "Send Tus-Resumable: 1.0.0."),
  CHANGED_MEANWHILE(INVALID, 412, "Read it again, and send your change with its new ETag."),
  TOO_LARGE(INVALID, 413, "Send a smaller document, or ask ops to raise the limit."),
  QUOTA_EXCEEDED(
      INVALID, 413, "Delete documents that you need no more, or ask ops for another plan."),
  NOT_A_PDF(INVALID, 415, "Send a PDF: %PDF- must stand in its first 1024 bytes."),
  UNSUPPORTED_MEDIA_TYPE(
      INVALID, 415, "Send a media type that the contract names; a ZIP to /uploads/multiple."),
  RANGE_NOT_SATISFIABLE(INVALID, 416, "Ask for bytes below the size, or for all."),
  IDEMPOTENCY_KEY_REUSED(INVALID, 422, "Use a new Idempotency-Key for other content."),
  REPLAY_TOO_LARGE(INVALID, 422, "Narrow the criteria, e.g. by time, and replay in portions."),
  WEBHOOK_URL_REFUSED(INVALID, 422, "Send a URL that the detail allows."),
  CHECKSUM_MISMATCH(INVALID, 460, "The bytes changed on the way: send them again."),
  INCOMPLETE_FILE(INVALID, 422, "The file ends too early: send it again, whole."),
  NOTHING_ACCEPTED(INVALID, 422, "See the problem of each file in results."),
  TOO_MANY_FILES(INVALID, 422, "Send this file in another request."),
  EMPTY_ARCHIVE(INVALID, 422, "Put a PDF into the ZIP."),
  BROKEN_ARCHIVE(INVALID, 422, "The ZIP is damaged: make it again and send that."),
  ENCRYPTED_ARCHIVE(INVALID, 422, "Make the ZIP again without a password."),
  UNSAFE_ENTRY_NAME(
      INVALID, 422, "Make the ZIP again from within a folder: relative names, forward slashes."),
  TOO_MANY_ENTRIES(INVALID, 422, "Split the ZIP, or ask ops to raise the limit."),
  ARCHIVE_INFLATES_TOO_MUCH(INVALID, 422, "Split the ZIP, or ask ops to raise the limit."),
  UNREADABLE_ENTRY(INVALID, 422, "Make the ZIP again, deflated as is usual."),

  UNREADABLE(INVALID, 422, "The PDF is damaged: make it again and send that."),
  PASSWORD_REQUIRED(INVALID, 422, "Remove the password and send the document again."),
  NO_PAGES(INVALID, 422, "The PDF has no pages."),
  TOO_MANY_PAGES(INVALID, 422, "Split the document, or ask ops to raise the limit."),
  TOO_MUCH_TEXT(INVALID, 422, "Split the document, or ask ops to raise the limit."),
  TOO_COMPLEX(INVALID, 422, "Make the PDF again with a simpler structure."),
  INFLATES_TOO_MUCH(INVALID, 422, "The PDF's streams inflate beyond the limit: make it again."),

  PARSER_STOPPED(POISON, 422, "Ops stopped its parser: ask them, or make the PDF again."),
  PARSER_TIMEOUT(POISON, 422, "The PDF took too long to parse: make it again or split it."),
  PARSER_STALLED(POISON, 422, "The parser stopped making progress on this PDF: make it again."),
  PARSER_CRASHED(POISON, 422, "The parser died on this PDF: make it again."),
  PARSER_OUT_OF_MEMORY(POISON, 422, "The PDF needs more memory than allowed: make it again."),
  PAGES_NOT_TRIED(POISON, 422, "Other pages harmed the parser: send these as a PDF of their own."),
  ATTEMPTS_SPENT(POISON, 422, "Every attempt ended without a result: ask ops."),

  RATE_LIMITED(TRANSIENT, 429, "Try again after Retry-After, or ask ops for another plan."),
  TOO_MANY_UPLOADS(TRANSIENT, 429, "Let one of your uploads end, then send this one."),
  TOO_MANY_LOGINS(TRANSIENT, 429, "Wait for Retry-After, then log in with what is right."),
  TOO_MANY_STREAMS(TRANSIENT, 429, "Ask for the document's status now and then instead."),
  ADMISSION_CLOSED(TRANSIENT, 503, "Too much is coming in: try again after Retry-After."),
  SOURCE_UNAVAILABLE(TRANSIENT, 503, "The server does not answer: its files wait until it does."),
  SOURCE_REFUSED(TRANSIENT, 503, "Check the settings of the bucket or folder, and its rights."),
  STORE_UNAVAILABLE(TRANSIENT, 503, "The object store does not answer: try again later."),
  LEDGER_UNAVAILABLE(TRANSIENT, 503, "The database does not answer: try again later."),
  QUEUE_UNAVAILABLE(TRANSIENT, 503, "The queue does not answer: try again later."),
  PARSER_YIELDED(
      TRANSIENT, 503, "Documents of others come first for a moment: it goes on by itself."),
  PARSER_UNAVAILABLE(TRANSIENT, 503, "No parser could be started: try again later."),
  PARSER_BUSY(TRANSIENT, 503, "All parsers are at work: try again after Retry-After."),
  DISK_FULL(TRANSIENT, 503, "The disk of Sluice is full: try again later."),
  ORIGINAL_MISSING(TRANSIENT, 500, "The original is not in the object store: ask ops."),
  UPLOAD_INTERRUPTED(TRANSIENT, 400, "The upload ended early: send it again."),
  NOT_SERVING(TRANSIENT, 503, "Sluice is starting or stopping: try again in a moment."),
  SHUTTING_DOWN(TRANSIENT, 503, "Sluice is stopping: try again in a moment."),
  INTERNAL(TRANSIENT, 500, "Report this with its requestId.");

  private final FailureCategory category;
  private final int httpStatus;
  private final String advice;

  FailureCode(FailureCategory category, int httpStatus, String advice) {
    this.category = category;
    this.httpStatus = httpStatus;
    this.advice = advice;
  }

  /** The category, which tells who is at fault. */
  public FailureCategory category() {
    return category;
  }

  /** The status of the HTTP response that reports it, 400 to 599. */
  public int httpStatus() {
    return httpStatus;
  }

  /** One sentence that says what the caller can do. */
  public String advice() {
    return advice;
  }

  /** The name used in problems, the ledger and the metrics, e.g. {@code not-a-pdf}. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a label; throws {@link IllegalArgumentException} on an unknown one. */
  public static FailureCode of(String label) {
    return find(label).orElseThrow(() -> new IllegalArgumentException(label));
  }

  /** Reads a stored label; {@link #INTERNAL} for one that only another version of Sluice knows. */
  public static FailureCode stored(String label) {
    return find(label).orElse(INTERNAL);
  }

  private static Optional<FailureCode> find(String label) {
    return Stream.of(values()).filter(code -> code.label().equals(label)).findAny();
  }
}
