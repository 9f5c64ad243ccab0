package dev.sluice.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jcraft.jsch.SftpException;
import dev.sluice.fixture.SftpClient;
import dev.sluice.fixture.Zips;
import dev.sluice.it.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The doors of a Sluice that may die at any time, as senders use them. */
public final class Doors {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiClient api;
  private final TusClient tus;
  private final DropDoors drops;
  private final Map<SentPdf, String> begun = new HashMap<>();
  private final Set<SentPdf> dropped = new HashSet<>();

  public Doors(ProductionSluice sluice, DropDoors drops) {
    this.api = sluice.api();
    this.tus = new TusClient(sluice.address(), TestServers.API_KEY);
    this.drops = drops;
  }

  /** Sends a document, or goes on with it; returns its id if there is a receipt by now. */
  public Optional<String> send(SentPdf letter) throws IOException, SftpException {
    return switch (letter.door()) {
      case UPLOAD -> upload(letter, "");
      case BULK_UPLOAD -> upload(letter, "?lane=bulk");
      case PIECES -> sendPieces(letter);
      case ZIP_IN_PIECES -> sendZipInPieces(letter);
      case ZIP -> sendZip(letter);
      case BUCKET -> dropIntoBucket(letter);
      case FOLDER -> dropIntoFolder(letter);
    };
  }

  private Optional<String> upload(SentPdf letter, String query) {
    Answer receipt =
        api.upload(
            BodyPublishers.ofByteArray(letter.pdf()), query, "Idempotency-Key", letter.key());
    return id(receipt.json(), "/id");
  }

  private Optional<String> sendPieces(SentPdf letter) {
    return sendPieces(letter, letter.pdf()).flatMap(receipt -> id(receipt, "/id"));
  }

  private Optional<String> sendZipInPieces(SentPdf letter) {
    return sendPieces(letter, zip(letter))
        .map(batch -> batch.at("/links/documents").asText())
        .filter(documents -> !documents.isEmpty())
        .flatMap(documents -> id(api.get(documents).json(), "/items/0/id"));
  }

  private Optional<JsonNode> sendPieces(SentPdf letter, byte[] file) {
    String upload = begun.computeIfAbsent(letter, unsent -> tus.begin(file.length));
    if (upload == null || tus.head(upload).status() != 200) {
      return Optional.empty();
    }
    sendRest(upload, file);
    return Optional.of(tus.receipt(upload).json());
  }

  private void sendRest(String upload, byte[] pdf) {
    int half = pdf.length / 2;
    int offset = (int) tus.offset(upload);
    if (offset < half) {
      tus.patch(upload, pdf, offset, half);
      offset = half;
    }
    if (offset < pdf.length) {
      tus.patch(upload, pdf, offset, pdf.length);
    }
  }

  private Optional<String> sendZip(SentPdf letter) {
    Answer report = api.uploadMany("", "application/zip", BodyPublishers.ofByteArray(zip(letter)));
    return id(report.json(), "/results/0/id");
  }

  private static byte[] zip(SentPdf letter) {
    return new Zips().file(letter.fileName(), letter.pdf()).bytes();
  }

  private Optional<String> dropIntoBucket(SentPdf letter) throws IOException {
    DropFolder bucket = drops.bucket();
    String file = letter.fileName();
    String receipt = "done/" + file + ".receipt.json";
    if (dropped.add(letter)) {
      bucket.put("in/" + file, letter.pdf());
    }
    return bucket.holds("in/" + file) || !bucket.holds(receipt)
        ? Optional.empty()
        : id(JSON.readTree(bucket.read(receipt)), "/id");
  }

  private Optional<String> dropIntoFolder(SentPdf letter) throws IOException, SftpException {
    SftpClient sftp = drops.sftp();
    String file = letter.fileName();
    String done = drops.folder() + "/.done";
    String receipt = file + ".receipt.json";
    if (dropped.add(letter)) {
      sftp.put(drops.folder() + "/" + file, letter.pdf());
    }
    return sftp.names(drops.folder()).contains(file) || !sftp.names(done).contains(receipt)
        ? Optional.empty()
        : id(JSON.readTree(sftp.get(done + "/" + receipt)), "/results/0/id");
  }

  /** Problems have none. */
  private static Optional<String> id(JsonNode receipt, String pointer) {
    return Optional.of(receipt.at(pointer).asText()).filter(id -> !id.isEmpty());
  }
}
