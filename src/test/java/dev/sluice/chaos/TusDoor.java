package dev.sluice.chaos;

import dev.sluice.chaos.Api.Answer;
import dev.sluice.guarantee.History;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One PDF in pieces; after a break it resumes at the offset that the server reports. */
final class TusDoor implements ChaosDoor {

  private static final String UPLOADS = "/api/v1/uploads/resumable";

  private final Api api;
  private final History history;
  private final Map<Sending, String> begun = new ConcurrentHashMap<>();

  TusDoor(Api api, History history) {
    this.api = api;
    this.history = history;
  }

  @Override
  public String name() {
    return "tus";
  }

  @Override
  public List<CorpusPdf> send(Sending sending, List<CorpusPdf> left) throws Exception {
    CorpusPdf pdf = left.get(0);
    int offset = begun.containsKey(sending) ? offset(sending) : begin(sending, pdf);
    while (offset < pdf.bytes().length) {
      int to = Math.min(pdf.bytes().length, offset + Math.max(1, pdf.bytes().length / 2));
      Answer answer = patch(sending, pdf, offset, to);
      if (answer.status() != 204) {
        history.refused(pdf.document(), name(), answer.refusal());
        return List.of();
      }
      offset = to;
    }
    history.acknowledged(pdf.document(), name(), receipt(sending));
    return List.of();
  }

  private int begin(Sending sending, CorpusPdf pdf) throws Exception {
    HttpRequest.Builder request =
        tus(sending, UPLOADS)
            .header("Upload-Length", String.valueOf(pdf.bytes().length))
            .POST(BodyPublishers.noBody());
    begun.put(sending, require(api.send(request), 201).header("Location"));
    return 0;
  }

  private int offset(Sending sending) throws Exception {
    Answer answer =
        api.send(tus(sending, begun.get(sending)).method("HEAD", BodyPublishers.noBody()));
    if (answer.status() == 404 || answer.status() == 410) {
      begun.remove(sending); // it was refused, or too old: once more from the start
    }
    return Integer.parseInt(require(answer, 200).header("Upload-Offset"));
  }

  private Answer patch(Sending sending, CorpusPdf pdf, int from, int to) throws Exception {
    byte[] piece = Arrays.copyOfRange(pdf.bytes(), from, to);
    Answer answer =
        api.send(
            tus(sending, begun.get(sending))
                .header("Upload-Offset", String.valueOf(from))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(piece)));
    if (answer.status() == 409 || answer.status() == 404 || answer.status() == 410) {
      throw new IOException("the upload stands elsewhere: " + answer.status());
    }
    return answer;
  }

  private String receipt(Sending sending) throws Exception {
    HttpRequest.Builder request = api.request(sending.owner(), begun.get(sending)).GET();
    return require(api.send(request), 200).json().path("id").asText();
  }

  private HttpRequest.Builder tus(Sending sending, String path) {
    return api.request(sending.owner(), path).header("Tus-Resumable", "1.0.0");
  }

  private static Answer require(Answer answer, int status) throws IOException {
    if (answer.status() != status) {
      throw new IOException("answered with " + answer.status());
    }
    return answer;
  }
}
