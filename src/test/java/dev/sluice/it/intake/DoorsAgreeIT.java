package dev.sluice.it.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.embedded.Endpoints;
import dev.sluice.fixture.OddFiles;
import dev.sluice.fixture.OddFiles.OddFile;
import dev.sluice.fixture.SftpClient;
import dev.sluice.fixture.Zips;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.DropFolder;
import dev.sluice.it.MultipartBody;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.it.TusClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.s3.S3Client;

/** The same bytes are received or refused alike, whichever door they come to. */
@RunningSluice
class DoorsAgreeIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What became of a file: the id of its document, or the code of its refusal. */
  private record Fate(String id, String refusal) {

    static Fate of(JsonNode receiptOrProblem) {
      JsonNode problem = receiptOrProblem.path("problem");
      JsonNode refused = problem.isMissingNode() ? receiptOrProblem : problem;
      return refused.has("code")
          ? new Fate(null, refused.path("code").asText())
          : new Fate(receiptOrProblem.path("id").asText(), null);
    }
  }

  @LocalServerPort int port;
  @Autowired S3Client s3;

  private final String folder = UUID.randomUUID().toString();
  private final List<OddFile> files = OddFiles.with(folder);
  private ApiClient api;
  private TusClient tus;

  @BeforeEach
  void connect() {
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
    tus = new TusClient("http://127.0.0.1:" + port, TestServers.API_KEY);
  }

  @Test
  void theSameFileEndsTheSameWayWhicheverDoorItComesTo() throws Exception {
    // When
    Map<String, Map<String, Fate>> doors = new LinkedHashMap<>();
    dropIntoBucket();
    try (SftpClient sftp = login()) {
      dropIntoFolder(sftp);
      doors.put("http", eachByHttp());
      doors.put("form", results(uploadForm()));
      doors.put("zip", results(uploadZip()));
      doors.put("tus", eachByTus());
      doors.put("s3", fromBucket());
      doors.put("sftp", fromFolder(sftp));
    }

    // Then
    List<String> differences = new ArrayList<>();
    for (OddFile file : files) {
      doors.forEach(
          (door, fates) -> {
            String refusal = fates.get(file.name()).refusal();
            boolean waitedFor = door.equals("sftp") && file.name().equals("empty");
            String expected = waitedFor ? "incomplete-file" : file.refusal();
            if (!String.valueOf(expected).equals(String.valueOf(refusal))) {
              differences.add(file.name() + " by " + door + ": " + refusal + ", not " + expected);
            }
          });
      if (file.refusal() == null) {
        assertThat(doors.values())
            .extracting(fates -> fates.get(file.name()).id())
            .as(file.name())
            .containsOnly(doors.get("http").get(file.name()).id());
        String end = end(doors.get("http").get(file.name()).id());
        if (!end.equals(file.end() + file.defects())) {
          differences.add(file.name() + ": " + end + ", not " + file.end() + file.defects());
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private String end(String id) {
    JsonNode document = api.awaitEnd(id);
    List<String> defects = new ArrayList<>();
    document.path("defects").forEach(defect -> defects.add(defect.asText()));
    String failure = document.at("/failure/code").asText();
    return (document.path("state").asText() + " " + failure).strip() + defects;
  }

  private Map<String, Fate> eachByHttp() {
    Map<String, Fate> fates = new LinkedHashMap<>();
    files.forEach(file -> fates.put(file.name(), Fate.of(api.upload(file.bytes()).json())));
    return fates;
  }

  private Map<String, Fate> eachByTus() {
    Map<String, Fate> fates = new LinkedHashMap<>();
    for (OddFile file : files) {
      Answer created = tus.create(file.bytes().length);
      String upload = created.header("Location");
      Answer last =
          upload == null ? created : tus.patch(upload, file.bytes(), 0, file.bytes().length);
      fates.put(file.name(), Fate.of((last.status() == 204 ? tus.receipt(upload) : last).json()));
    }
    return fates;
  }

  private Answer uploadForm() {
    MultipartBody form = new MultipartBody();
    files.forEach(file -> form.file("files", file.name(), file.bytes()));
    return api.uploadMany("", form.contentType(), BodyPublishers.ofByteArray(form.bytes()));
  }

  private Answer uploadZip() {
    Zips zip = new Zips();
    files.forEach(file -> zip.file(file.name(), file.bytes()));
    return api.uploadMany("", "application/zip", BodyPublishers.ofByteArray(zip.bytes()));
  }

  private Map<String, Fate> results(Answer report) {
    Map<String, Fate> fates = new LinkedHashMap<>();
    report
        .json()
        .path("results")
        .forEach(result -> fates.put(result.path("fileName").asText(), Fate.of(result)));
    return fates;
  }

  private void dropIntoBucket() {
    DropFolder bucket = new DropFolder(s3, "sluice-drop");
    files.forEach(file -> bucket.put("in/" + folder + "/" + file.name(), file.bytes()));
  }

  private Map<String, Fate> fromBucket() {
    DropFolder bucket = new DropFolder(s3, "sluice-drop");
    Map<String, Fate> fates = new LinkedHashMap<>();
    for (OddFile file : files) {
      String note =
          file.refusal() == null
              ? "done/" + folder + "/" + file.name() + ".receipt.json"
              : "error/" + folder + "/" + file.name() + ".report.json";
      fates.put(file.name(), Fate.of(bucket.awaitNote(note)));
    }
    return fates;
  }

  private SftpClient login() throws Exception {
    Endpoints.Sftp at = TestServers.running().endpoints("", "").sftp();
    return SftpClient.byPassword(at.port(), at.user(), at.password(), at.knownHostKey());
  }

  private void dropIntoFolder(SftpClient sftp) throws Exception {
    sftp.mkdir("inbox/" + folder);
    for (OddFile file : files) {
      sftp.put("inbox/" + folder + "/" + file.name(), file.bytes());
    }
  }

  private Map<String, Fate> fromFolder(SftpClient sftp) throws Exception {
    String inbox = "inbox/" + folder;
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> sftp.names(inbox).stream().allMatch(name -> name.startsWith(".")));
    Map<String, Fate> fates = new LinkedHashMap<>();
    for (OddFile file : files) {
      String note =
          file.refusal() == null
              ? inbox + "/.done/" + file.name() + ".receipt.json"
              : inbox + "/.error/" + file.name() + ".report.json";
      fates.put(file.name(), Fate.of(JSON.readTree(sftp.get(note)).at("/results/0")));
    }
    return fates;
  }
}
