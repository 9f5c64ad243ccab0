package dev.sluice.load;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.uniformRandomSwitch;
import static io.gatling.javaapi.http.HttpDsl.ByteArrayBodyPart;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.BodyPart;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways in over HTTP. Each receipt is written down, and the last one is followed. */
final class Doors {

  private static final int FILES = 3;
  private static final int PIECES = 2;
  private static final String PDF = "application/pdf";
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

  private final PdfFeeder pdfs;
  private final Calls calls;
  private final Recorder recorder;

  Doors(PdfFeeder pdfs, Calls calls, Recorder recorder) {
    this.pdfs = pdfs;
    this.calls = calls;
    this.recorder = recorder;
  }

  /** One of them, each as often as the others. */
  ChainBuilder any() {
    return uniformRandomSwitch().on(raw(), form(), many(), zip(), resumable());
  }

  /** The PDF is the body. */
  ChainBuilder raw() {
    return sending(
        1,
        "upload",
        post("upload", "/api/v1/uploads")
            .header("Content-Type", PDF)
            .header("X-File-Name", session -> Visit.of(session).pdf().name())
            .body(ByteArrayBody(session -> Visit.of(session).pdf().bytes())));
  }

  /** The PDF is the one file of a form. */
  private ChainBuilder form() {
    return sending(1, "form", post("form", "/api/v1/uploads").asMultipartForm().bodyPart(file(0)));
  }

  /** Several PDFs in one form. */
  private ChainBuilder many() {
    HttpRequestActionBuilder request = post("many", "/api/v1/uploads/multiple").asMultipartForm();
    for (int number = 0; number < FILES; number++) {
      request = request.bodyPart(file(number));
    }
    return sending(FILES, "many", request);
  }

  /** Several PDFs in a ZIP. */
  private ChainBuilder zip() {
    return sending(
        FILES,
        "zip",
        post("zip", "/api/v1/uploads/multiple")
            .header("Content-Type", "application/zip")
            .header("X-File-Name", session -> Visit.of(session).pdf().name() + ".zip")
            .body(ByteArrayBody(session -> zipped(Visit.of(session).pdfs()))));
  }

  /** One PDF in pieces, by the tus protocol. */
  private ChainBuilder resumable() {
    return exec(session -> new Visit(pdfs.next(1)).in(session).removeAll("upload", "location"))
        .exec(
            calls.call(
                "tus begin",
                http("tus begin")
                    .post("/api/v1/uploads/resumable")
                    .header("Tus-Resumable", "1.0.0")
                    .header("Upload-Length", session -> size(session) + "")
                    .check(header("Location").optional().saveAs("upload"))))
        .exec(
            doIf(session -> session.contains("upload"))
                .then(asLongAs(Doors::hasMore).on(sendPiece())))
        .exec(this::noteResumable);
  }

  private ChainBuilder sending(int count, String kind, HttpRequestActionBuilder request) {
    return exec(session -> new Visit(pdfs.next(count)).in(session))
        .exec(calls.call(kind, request))
        .exec(session -> noteReceipts(session, kind));
  }

  private static HttpRequestActionBuilder post(String name, String path) {
    return http(name).post(path).check(bodyString().saveAs("body"));
  }

  private static BodyPart file(int number) {
    return ByteArrayBodyPart("files", session -> Visit.of(session).pdfs().get(number).bytes())
        .fileName(session -> Visit.of(session).pdfs().get(number).name())
        .contentType(PDF);
  }

  private Session noteReceipts(Session session, String kind) {
    Visit visit = Visit.of(session);
    if (Calls.wentWell(session)) {
      List<String> ids = ID.matcher(Calls.body(session)).results().map(Doors::id).toList();
      for (int number = 0; number < ids.size(); number++) {
        note(visit, ids.get(number), visit.pdfs().get(number));
      }
      if (ids.size() != visit.pdfs().size()) {
        recorder.request(visit.begun(), kind + " without all receipts", Outcome.ERROR, 0, 0);
      }
    }
    return session;
  }

  private void note(Visit visit, String id, SamplePdf pdf) {
    recorder.receipt(id, pdf.sort());
    visit.follow(id);
  }

  private ChainBuilder sendPiece() {
    return calls
        .call(
            "tus piece",
            http("tus piece")
                .patch("#{upload}")
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", session -> Visit.of(session).sent() + "")
                .body(ByteArrayBody(Doors::piece))
                .check(header("Content-Location").optional().saveAs("location")))
        .exec(Doors::goOn);
  }

  private static boolean hasMore(Session session) {
    return Visit.of(session).sent() < size(session);
  }

  private static byte[] piece(Session session) {
    int from = Visit.of(session).sent();
    int to = Math.min(size(session), from + size(session) / PIECES + 1);
    return Arrays.copyOfRange(Visit.of(session).pdf().bytes(), from, to);
  }

  /** After an error it is given up: what is left counts as sent. */
  private static Session goOn(Session session) {
    Visit visit = Visit.of(session);
    visit.send(Calls.wentWell(session) ? piece(session).length : size(session));
    return session;
  }

  private Session noteResumable(Session session) {
    if (session.contains("location")) {
      String location = session.getString("location");
      Visit visit = Visit.of(session);
      note(visit, location.substring(location.lastIndexOf('/') + 1), visit.pdf());
    }
    return session;
  }

  private static int size(Session session) {
    return Visit.of(session).pdf().bytes().length;
  }

  private static String id(MatchResult found) {
    return found.group(1);
  }

  private static byte[] zipped(List<SamplePdf> pdfs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (SamplePdf pdf : pdfs) {
        zip.putNextEntry(new ZipEntry(pdf.name()));
        zip.write(pdf.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
