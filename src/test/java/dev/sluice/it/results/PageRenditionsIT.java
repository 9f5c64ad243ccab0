package dev.sluice.it.results;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.HostilePdfs;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures and words of any page, made of the original when they are asked for. */
@RunningSluice
class PageRenditionsIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;

  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    api = newOwner();
  }

  @Test
  void eachPageIsDrawnInTheSizeThatIsAskedFor() throws Exception {
    // Given
    String id = upload("one " + UUID.randomUUID(), "two");

    // When
    BufferedImage usual = picture(image(id, 2));
    BufferedImage large = picture(image(id, 2) + "?size=2000");

    // Then
    assertThat(usual.getHeight()).isEqualTo(1200);
    assertThat(large.getHeight()).isEqualTo(2000);
    Answer headers = api.send(api.request(image(id, 2)).method("HEAD", BodyPublishers.noBody()));
    assertThat(headers.status()).isEqualTo(200);
    assertThat(headers.header("Content-Type")).isEqualTo("image/png");
    assertThat(headers.header("Cache-Control")).isEqualTo("max-age=3600, private");
  }

  @Test
  void aPartOfAPageIsDrawnLargeEnoughToRead() throws Exception {
    // Given
    String id = upload("one " + UUID.randomUUID());
    String part = image(id, 1) + "?crop=100,50,200.5,30";

    // When
    BufferedImage picture = picture(part);

    // Then: six points more on each side, at 2000 pixels for 792 points
    assertThat(picture.getWidth()).isCloseTo(213 * 2000 / 792, within(3));
    assertThat(picture.getHeight()).isCloseTo(42 * 2000 / 792, within(3));
    assertThat(api.get(part).header("ETag")).isNotEqualTo(api.get(image(id, 1)).header("ETag"));
    assertThat(api.get(image(id, 1) + "?crop=700,1,9,9").status()).isEqualTo(400);
    assertThat(api.get(image(id, 1) + "?crop=1,1,9").text("detail"))
        .isEqualTo("crop must be x,y,width,height in points.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "words"})
  void whoHasItAlreadyGetsNoneAgainAndEachPageHasATagOfItsOwn(String what) {
    // Given
    String id = upload("one " + UUID.randomUUID(), "two");
    String tag = api.get(page(id, 1) + "/" + what).header("ETag");

    // When
    Answer same = api.send(api.request(page(id, 1) + "/" + what).header("If-None-Match", tag));
    Answer other = api.send(api.request(page(id, 2) + "/" + what).header("If-None-Match", tag));

    // Then
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(other.status()).isEqualTo(200);
  }

  @Test
  void wordsStandOnThePageWhereItsBlocksDo() {
    // Given
    String id = upload("first", "Hello " + UUID.randomUUID());
    api.awaitEnd(id);

    // When
    JsonNode words = api.get(page(id, 2) + "/words").json();

    // Then
    JsonNode page = api.get(page(id, 2)).json();
    assertThat(words.path("number").asInt()).isEqualTo(2);
    assertThat(words.path("widthPoints")).isEqualTo(page.path("widthPoints"));
    assertThat(words.path("words")).hasSize(2);
    JsonNode hello = words.at("/words/0");
    assertThat(hello.path("text").asText()).isEqualTo("Hello");
    assertThat(hello.path("box").path("x")).isEqualTo(page.at("/blocks/0/box/x"));
    assertThat(hello.path("box").path("y")).isEqualTo(page.at("/blocks/0/box/y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "words"})
  void aPageThatIsNotThereIsNotFound(String what) {
    String id = upload("only " + UUID.randomUUID());

    assertThat(api.get(page(id, 2) + "/" + what).text("code")).isEqualTo("not-found");
    assertThat(api.get(document(id) + "/pages/0/" + what).status()).isEqualTo(400);
    assertThat(newOwner().get(page(id, 1) + "/" + what).status()).isEqualTo(404);
  }

  @Test
  void otherSizesAreRefused() {
    String id = upload("sized " + UUID.randomUUID());

    assertThat(api.get(image(id, 1) + "?size=300").status()).isEqualTo(400);
  }

  @Test
  void aPageThatCannotBeDrawnIsNamedAndADocumentThatCannotBeReadHasNone() {
    String huge = api.upload(HostilePdfs.hugeImage()).text("id");
    String locked = api.upload(Pdfs.passwordNeeded()).text("id");
    api.awaitEnd(locked);

    assertThat(api.get(image(huge, 1)).status()).isEqualTo(422);
    assertThat(api.get(image(huge, 1)).text("code")).isEqualTo("too-complex");
    assertThat(api.get(image(locked, 1)).text("code")).isEqualTo("no-result");
    assertThat(api.get(page(locked, 1) + "/words").status()).isEqualTo(409);
  }

  @Test
  void whereTheOriginalGoesItsPicturesAndWordsGoToo() {
    // Given
    String id = upload("gone " + UUID.randomUUID());
    assertThat(api.get(image(id, 1)).status()).isEqualTo(200);
    assertThat(api.get(page(id, 1) + "/words").status()).isEqualTo(200);

    // When
    jdbc.sql("UPDATE document SET original_deleted_at = now() WHERE id = ?")
        .param(UUID.fromString(id))
        .update();

    // Then
    assertThat(api.get(image(id, 1)).status()).isEqualTo(410);
    assertThat(api.get(page(id, 1) + "/words").status()).isEqualTo(410);
  }

  private String upload(String... pages) {
    return api.upload(BodyPublishers.ofByteArray(Pdfs.withText(pages)), "").text("id");
  }

  private BufferedImage picture(String path) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(api.bytes(path)));
  }

  private static String image(String id, int number) {
    return page(id, number) + "/image";
  }

  private static String page(String id, int number) {
    return document(id) + "/pages/" + number;
  }

  private ApiClient newOwner() {
    String secret = keys.create("owner-" + UUID.randomUUID(), Role.USER, "").secret();
    return new ApiClient("http://127.0.0.1:" + port, secret);
  }
}
