package dev.sluice.chaos;

import dev.sluice.chaos.Api.Answer;
import dev.sluice.guarantee.History;
import java.util.List;

/** One PDF as the body of a request, with an Idempotency-Key. */
record UploadDoor(Api api, History history) implements ChaosDoor {

  @Override
  public String name() {
    return "http";
  }

  @Override
  public List<CorpusPdf> send(Sending sending, List<CorpusPdf> left) throws Exception {
    CorpusPdf pdf = left.get(0);
    Answer answer =
        api.post(
            pdf.owner(),
            "/api/v1/uploads",
            "application/pdf",
            pdf.bytes(),
            "Idempotency-Key",
            sending.label());
    if (answer.status() == 200 || answer.status() == 202) {
      history.acknowledged(pdf.document(), name(), answer.json().path("id").asText());
    } else {
      history.refused(pdf.document(), name(), answer.refusal());
    }
    return List.of();
  }
}
