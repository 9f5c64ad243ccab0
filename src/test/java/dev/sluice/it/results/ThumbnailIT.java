package dev.sluice.it.results;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.HostilePdfs;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
class ThumbnailIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;

  private String secret;
  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    secret = keys.create("owner-" + UUID.randomUUID(), Role.USER, "").secret();
    api = new ApiClient(address(), secret);
  }

  @Test
  void theFirstPageIsDrawnOnceAndCachesKnowWhenItIsTheSame() throws Exception {
    // Given
    String id = api.upload(Pdfs.withText("first " + UUID.randomUUID())).text("id");

    // When many ask at once
    List<CompletableFuture<HttpResponse<byte[]>>> asked =
        Stream.generate(() -> AtOnce.start(() -> thumbnail(id))).limit(4).toList();
    HttpResponse<byte[]> first = asked.get(0).join();

    // Then
    assertThat(asked).allSatisfy(other -> assertThat(other.join().body()).isEqualTo(first.body()));
    assertThat(ImageIO.read(new ByteArrayInputStream(first.body())).getHeight()).isEqualTo(300);
    assertThat(first.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=3600, private");
    assertThat(first.headers().map())
        .as("nothing against it")
        .doesNotContainKeys("pragma", "expires");
    assertThat(rows(id)).isEqualTo(1);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = thumbnail(id, "If-None-Match", "\"other\", W/" + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"299", "0", "-1", "big", ""})
  void otherSizesAreRefused(String size) {
    String id = api.upload(Pdfs.withText("sized " + UUID.randomUUID())).text("id");

    assertThat(api.get(document(id) + "/thumbnail?size=" + size).status()).isEqualTo(400);
    assertThat(api.get(document(UUID.randomUUID().toString()) + "/thumbnail").status())
        .isEqualTo(404);
  }

  @Test
  void aPageThatCannotBeDrawnIsNamedAndRemembered() {
    // Given
    String id = api.upload(HostilePdfs.hugeImage()).text("id");

    // When
    Answer first = api.get(document(id) + "/thumbnail");
    jdbc.sql("UPDATE thumbnail SET failure_detail = 'As remembered.' WHERE document_id = ?")
        .param(UUID.fromString(id))
        .update();

    // Then
    assertThat(first.status()).isEqualTo(422);
    assertThat(first.text("code")).isEqualTo("too-complex");
    assertThat(api.get(document(id) + "/thumbnail").text("detail")).isEqualTo("As remembered.");
  }

  @Test
  void whereTheOriginalGoesThePictureGoesToo() {
    // Given
    String id = api.upload(Pdfs.withText("gone " + UUID.randomUUID())).text("id");
    assertThat(api.get(document(id) + "/thumbnail").status()).isEqualTo(200);

    // When
    jdbc.sql("UPDATE document SET original_deleted_at = now() WHERE id = ?")
        .param(UUID.fromString(id))
        .update();

    // Then
    assertThat(api.get(document(id) + "/thumbnail").status()).isEqualTo(410);
    assertThat(rows(id)).isZero();
  }

  private int rows(String id) {
    return jdbc.sql("SELECT count(*) FROM thumbnail WHERE document_id = ?")
        .param(UUID.fromString(id))
        .query(Integer.class)
        .single();
  }

  private HttpResponse<byte[]> thumbnail(String id, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + document(id) + "/thumbnail"))
            .header("X-API-Key", secret);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }
}
