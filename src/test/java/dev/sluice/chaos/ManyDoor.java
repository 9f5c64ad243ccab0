package dev.sluice.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.chaos.Api.Answer;
import dev.sluice.fixture.Zips;
import dev.sluice.guarantee.History;
import dev.sluice.it.MultipartBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Several PDFs in one request: as a form, or in a ZIP. */
record ManyDoor(Api api, History history, boolean zipped) implements ChaosDoor {

  private static final String PATH = "/api/v1/uploads/multiple";

  @Override
  public String name() {
    return zipped ? "zip" : "form";
  }

  @Override
  public int limit() {
    return 6;
  }

  @Override
  public List<CorpusPdf> send(Sending sending, List<CorpusPdf> left) throws Exception {
    Answer answer = zipped ? sendZip(sending, left) : sendForm(sending, left);
    JsonNode results = answer.json().path("results");
    if (results.size() != left.size()) {
      throw new IOException("answered with " + answer.status());
    }
    List<CorpusPdf> unanswered = new ArrayList<>();
    for (int n = 0; n < left.size(); n++) {
      if (!isAnswered(left.get(n), results.get(n))) {
        unanswered.add(left.get(n));
      }
    }
    return unanswered;
  }

  private Answer sendForm(Sending sending, List<CorpusPdf> papers) throws Exception {
    MultipartBody form = new MultipartBody();
    papers.forEach(pdf -> form.file("files", pdf.fileName(), pdf.bytes()));
    return api.post(sending.owner(), PATH, form.contentType(), form.bytes());
  }

  private Answer sendZip(Sending sending, List<CorpusPdf> papers) throws Exception {
    Zips zip = new Zips();
    papers.forEach(pdf -> zip.file(pdf.fileName(), pdf.bytes()));
    return api.post(sending.owner(), PATH, "application/zip", zip.bytes());
  }

  private boolean isAnswered(CorpusPdf pdf, JsonNode result) throws IOException {
    if (!result.path("fileName").asText().equals(pdf.fileName())) {
      throw new IOException("results are out of order");
    }
    JsonNode problem = result.path("problem");
    if (problem.isMissingNode()) {
      history.acknowledged(pdf.document(), name(), result.path("id").asText());
      return true;
    }
    if (problem.path("category").asText().equals("invalid")) {
      history.refused(pdf.document(), name(), problem.path("code").asText());
      return true;
    }
    return false;
  }
}
