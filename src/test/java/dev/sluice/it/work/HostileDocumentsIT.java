package dev.sluice.it.work;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSluice
class HostileDocumentsIT {

  @LocalServerPort int port;
  @TempDir Path folder;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        bad("truncated", Pdfs::truncated, "invalid", "unreadable"),
        bad("garbage with a PDF's header", Pdfs::garbageWithHeader, "invalid", "unreadable"),
        bad("without pages", Pdfs::zeroPages, "invalid", "no-pages"),
        bad("with a password", Pdfs::passwordNeeded, "invalid", "password-required"));
  }

  @ParameterizedTest(name = "a PDF {0} ends {2}: {3}")
  @MethodSource("unreadable")
  void aBadPdfGetsANamedFailure(String what, Supplier<byte[]> pdf, String state, String code) {
    // When
    String id = api.upload(pdf.get()).text("id");

    // Then
    JsonNode document = api.awaitEnd(id);
    assertThat(document.path("state").asText()).isEqualTo(state);
    assertThat(document.path("failure").path("code").asText()).isEqualTo(code);
    assertThat(document.path("failure").path("advice").asText()).isNotBlank();
    Answer text = api.get(document(id) + "/text");
    assertThat(text.status()).isEqualTo(409);
    assertThat(text.text("code")).isEqualTo("no-result");
    assertThat(text.text("state")).isEqualTo(state);
    assertThat(text.text("failure")).isEqualTo(code);
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        Arguments.of("encrypted with an empty password", supplier(Pdfs::emptyPassword), -1),
        Arguments.of("of 2,000 empty pages", supplier(() -> Pdfs.emptyPages(2_000)), 2_000),
        Arguments.of("with a broken font", supplier(Pdfs::brokenFont), -1),
        Arguments.of("whose page tree names itself", supplier(Pdfs::selfReferringPageTree), -1));
  }

  @ParameterizedTest(name = "a PDF {0} is read")
  @MethodSource("odd")
  void anOddPdfIsRead(String what, Supplier<byte[]> pdf, int pages) {
    // When
    String id = api.upload(pdf.get()).text("id");

    // Then
    JsonNode document = api.awaitEnd(id);
    assertThat(document.path("state").asText()).isEqualTo("completed");
    if (pages >= 0) {
      assertThat(document.path("pageCount").asInt()).isEqualTo(pages);
      String text = api.get(document(id) + "/text").response().body();
      assertThat(text.chars().filter(c -> c == '\f').count()).isEqualTo(pages - 1);
    }
  }

  @Test
  @Tag("proof")
  void tenThousandPagesAreRead() {
    anOddPdfIsRead("of 10,000 empty pages", () -> Pdfs.emptyPages(10_000), 10_000);
  }

  @Test
  void aStreamThatInflatesToGigabytesIsRefused() throws Exception {
    // Given
    Path pdf = folder.resolve("bomb.pdf");
    Pdfs.inflatingStream(pdf, 4L << 30);

    // When
    String id = api.upload(BodyPublishers.ofFile(pdf), "").text("id");

    // Then
    assertFailure(api.awaitEnd(id), "invalid", "inflates-too-much");
  }

  @Test
  void aHangKillsItsParserAndNothingElse() {
    // When
    String hanging = api.upload(Pdfs.hanging()).text("id");
    String harmless = api.upload(Pdfs.withText("beside a hang")).text("id");

    // Then
    assertThat(api.awaitEnd(harmless).path("state").asText()).isEqualTo("completed");
    assertFailure(api.awaitEnd(hanging), "dead", "parser-stalled");
  }

  @Test
  void aDocumentThatEatsMemoryKillsItsParserAndNothingElse() throws Exception {
    // Given
    Path pdf = folder.resolve("hungry.pdf");
    Pdfs.memoryHungry(pdf);

    // When
    String id = api.upload(BodyPublishers.ofFile(pdf), "").text("id");

    // Then
    assertFailure(api.awaitEnd(id), "dead", "parser-out-of-memory");
  }

  @Test
  void aHundredMegabytesGoThroughUnchanged() throws Exception {
    // Given
    Path pdf = folder.resolve("large.pdf");
    Pdfs.ofSize(pdf, 100_000_000);

    // When
    Answer receipt = api.upload(BodyPublishers.ofFile(pdf), "");

    // Then
    assertThat(receipt.status()).isEqualTo(202);
    assertThat(api.awaitEnd(receipt.text("id")).path("state").asText()).isEqualTo("completed");
    Path back = folder.resolve("back.pdf");
    api.download(document(receipt.text("id")) + "/original", back);
    assertThat(Files.mismatch(pdf, back)).isEqualTo(-1);
    assertThat(api.delete(document(receipt.text("id"))).status()).isEqualTo(204);
  }

  private static void assertFailure(JsonNode document, String state, String code) {
    assertThat(document.path("failure").path("code").asText()).isEqualTo(code);
    assertThat(document.path("state").asText()).isEqualTo(state);
  }

  private static Arguments bad(String what, Supplier<byte[]> pdf, String state, String code) {
    return Arguments.of(what, pdf, state, code);
  }

  private static Supplier<byte[]> supplier(Supplier<byte[]> pdf) {
    return pdf;
  }
}
