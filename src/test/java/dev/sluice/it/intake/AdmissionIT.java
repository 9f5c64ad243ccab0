package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The production jar when more documents wait than may wait. */
class AdmissionIT {

  @TempDir Path folder;

  @Test
  void aFullQueueClosesTheDoorsUntilThereIsRoom() throws Exception {
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given
      sluice
          .with("SLUICE_WORK_ENABLED", "false")
          .with("SLUICE_ADMISSION_QUEUE_DEPTH", "1")
          .with("SLUICE_ADMISSION_RECOUNT", "200ms");
      sluice.start().awaitServing();
      byte[] pdf = Pdfs.withText("the only one that may wait");
      String id = sluice.api().upload(pdf).text("id");

      // When
      awaitStatus(sluice, pdf, 503);
      Answer refused = awaitRetryAfter(sluice, pdf, "300");

      // Then
      assertThat(refused.text("code")).isEqualTo("admission-closed");
      assertThat(refused.json().path("retryAfter").asInt()).isEqualTo(300);
      assertThat(sluice.api().get(document(id)).status()).isEqualTo(200);
      assertThat(sluice.management(null).get("/health/readiness").status()).isEqualTo(200);
      assertThat(OpsLogin.get(sluice, "/health").body()).contains("\"closedBy\":\"queue\"");
      assertThat(OpsLogin.get(sluice, "/metrics").body())
          .containsPattern("sluice_admission_refusals_total\\{[^}]*gate=\"queue\"[^}]*} [1-9]")
          .containsPattern("sluice_admission_open(\\{[^}]*})? 0");

      // When
      sluice.api().delete(document(id));

      // Then
      awaitStatus(sluice, pdf, 202);
    }
  }

  /** It is honest only when it was seen that nothing is worked on. */
  private static Answer awaitRetryAfter(ProductionSluice sluice, byte[] pdf, String seconds) {
    return Awaitility.await()
        .until(
            () -> sluice.api().upload(pdf), answer -> seconds.equals(answer.header("Retry-After")));
  }

  private static void awaitStatus(ProductionSluice sluice, byte[] pdf, int status) {
    Awaitility.await().until(() -> sluice.api().upload(pdf).status() == status);
  }
}
