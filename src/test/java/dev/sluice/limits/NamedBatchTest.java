package dev.sluice.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class NamedBatchTest {

  private static final UUID BATCH = UUID.fromString("01a2b3c4-0000-7000-8000-000000000001");

  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/uploads");

  @ParameterizedTest
  @ValueSource(strings = {"batch=%s", "lane=bulk&batch=%s", "batch=%s&lane=bulk"})
  void aBatchIsNamedInTheAddress(String query) {
    request.setQueryString(query.formatted(BATCH));

    assertThat(NamedBatch.of(request)).contains(BATCH);
  }

  @Test
  void orInTheMetadataOfTus() {
    byte[] id = BATCH.toString().getBytes(StandardCharsets.US_ASCII);
    String base64 = Base64.getEncoder().encodeToString(id);
    request.addHeader("Upload-Metadata", "filename YS5wZGY=,batch " + base64 + ",lane YnVsaw==");

    assertThat(NamedBatch.of(request)).contains(BATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "batch=",
        "batch=1",
        "mybatch=%s",
        "batch=%s0",
        "batch=------------------------------------"
      })
  void whatIsNoBatchCountsByItself(String query) {
    request.setQueryString(query.formatted(BATCH));

    assertThat(NamedBatch.of(request)).isEmpty();
  }
}
