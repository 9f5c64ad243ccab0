package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Warnings;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.DropDoors;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.UnpackedJar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The production jar on machines of other languages, encodings and time zones. */
class AnyMachineIT {

  private static final String NAME = "Prüfung ışık 資料.pdf";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  @Test
  void aTurkishMachineWithoutUtf8OnTheOtherSideOfTheEarthTakesEachNameByEachDoor()
      throws Exception {
    Path folder = Files.createDirectory(home.resolve("with spaces 100% & 'quotes'"));
    try (DropDoors drops = DropDoors.create();
        ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given
      sluice
          .with(drops.settings())
          .with("LC_ALL", "C")
          .with("TZ", "Pacific/Kiritimati")
          .startWith(inLanguage("tr", "TR"))
          .awaitServing();

      // When
      String header = URLEncoder.encode(NAME, StandardCharsets.UTF_8).replace("+", "%20");
      Answer receipt = sluice.api().upload(pdf("by HTTP"), "X-File-Name", header);
      drops.bucket().put("in/" + NAME, pdf("by S3"));
      drops.sftp().put(drops.folder() + "/" + NAME, pdf("by SFTP"));

      // Then
      JsonNode fromBucket = drops.bucket().awaitNote("done/" + NAME + ".receipt.json");
      JsonNode fromFolder = awaitSftpReceipt(drops);
      for (JsonNode taken : List.of(receipt.json(), fromBucket, fromFolder)) {
        assertThat(taken.path("fileName").asText()).isEqualTo(NAME);
        assertCompleted(sluice.api(), taken);
      }
      assertThat(drops.sftp().names(drops.folder() + "/.done"))
          .containsExactly(NAME, NAME + ".receipt.json");
      assertThat(drops.bucket().keys("")).contains("done/" + NAME);
      // And: whoever reads the log need not know where the machine is
      assertThat(sluice.log().lines())
          .filteredOn(line -> line.contains("Sluice is ready"))
          .singleElement()
          .asString()
          .matches("[0-9T:.-]+Z .* [0-9]+[.][0-9]+ s: .*");
      assertThat(Warnings.in(sluice.log())).isEmpty();
    }
  }

  @ParameterizedTest
  @Tag("proof")
  @CsvSource({
    "tr, TR, C.UTF-8, Europe/Istanbul",
    "ar, EG, C.UTF-8, Africa/Cairo",
    "th, TH, C.UTF-8, Asia/Bangkok",
    "de, DE, POSIX, Asia/Calcutta",
  })
  void aMachineMayBeAnywhere(String language, String country, String encoding, String zone)
      throws Exception {
    try (ProductionSluice sluice = new ProductionSluice(home)) {
      sluice
          .with("LC_ALL", encoding)
          .with("TZ", zone)
          .startWith(inLanguage(language, country))
          .awaitServing();

      assertCompleted(sluice.api(), sluice.api().upload(pdf(language)).json());
    }
  }

  @Test
  @Tag("proof")
  void theJarAndItsDataMayLieInFoldersOfAnyName() throws Exception {
    // Given
    Path folder = Files.createDirectory(home.resolve("Daten für Jürgen ışık 資料"));
    Path jar = Files.copy(ProductionSluice.JAR, folder.resolve("sluice 1.jar"));
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // When
      sluice.startWith(List.of("-jar", jar.toString())).awaitServing();

      // Then
      assertCompleted(sluice.api(), sluice.api().upload(pdf("in a folder")).json());
    }
  }

  @Test
  @Tag("proof")
  void aFolderThatTheMachineCannotNameIsSaidInOneLine() throws Exception {
    // Given
    Path folder = Files.createDirectory(home.resolve("für"));
    try (ProductionSluice sluice = new ProductionSluice(home)) {
      // When
      sluice
          .with("LC_ALL", "C")
          .with("SLUICE_DATA_DIR", folder.toString())
          .startWith(UnpackedJar.arguments());

      // Then
      assertThat(sluice.awaitExit(Duration.ofMinutes(1))).isEqualTo(1);
      assertThat(sluice.log().lines().filter(line -> line.startsWith("Sluice cannot start")))
          .singleElement()
          .asString()
          .contains("LC_ALL=C.UTF-8");
    }
  }

  private static byte[] pdf(String text) {
    return Pdfs.createdAt("D:20260102030405", text); // without a zone
  }

  private static List<String> inLanguage(String language, String country) {
    List<String> arguments =
        new ArrayList<>(List.of("-Duser.language=" + language, "-Duser.country=" + country));
    arguments.addAll(UnpackedJar.arguments());
    return arguments;
  }

  private static JsonNode awaitSftpReceipt(DropDoors drops) throws Exception {
    String receipt = drops.folder() + "/.done/" + NAME + ".receipt.json";
    Awaitility.await()
        .until(
            () -> drops.sftp().names(drops.folder() + "/.done").contains(NAME + ".receipt.json"));
    return JSON.readTree(drops.sftp().get(receipt)).at("/results/0");
  }

  private static void assertCompleted(ApiClient api, JsonNode receipt) {
    String id = receipt.path("id").asText();
    JsonNode document = api.awaitEnd(id);
    assertThat(document.path("state").asText()).as("%s", document).isEqualTo("completed");
    JsonNode metadata = api.get(ApiClient.document(id) + "/metadata").json();
    assertThat(metadata.path("createdAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
  }
}
