package dev.sluice.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.EmbeddedServers;
import dev.sluice.embedded.Endpoints;
import dev.sluice.embedded.TestS3;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.SftpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Two processes take files from one bucket and one SFTP folder, and are killed while they do. */
class DroppedFilesIT {

  private static final int BATCHES = 6;
  private static final int FILES_OF_A_DOOR = 25; // in each batch

  @TempDir Path folder;

  private final EmbeddedServers servers = TestServers.running();
  private final String name = "drops-" + UUID.randomUUID();
  private final List<String> dropped = new ArrayList<>();
  private S3Client s3;
  private DropFolder bucket;
  private SftpClient sftp;
  private ProductionSluice first;
  private ProductionSluice second;

  @BeforeEach
  void start() throws Exception {
    Endpoints at = servers.endpoints("", "");
    s3 = TestS3.client(servers);
    s3.createBucket(request -> request.bucket(name));
    bucket = new DropFolder(s3, name);
    sftp =
        SftpClient.byPassword(
            at.sftp().port(), at.sftp().user(), at.sftp().password(), at.sftp().knownHostKey());
    sftp.mkdir(name);
    first =
        new ProductionSluice(folder)
            .with("SLUICE_S3_DROP_BUCKET", name)
            .with("SLUICE_S3_DROP_OWNER", "me")
            .with("SLUICE_S3_DROP_PERIOD", "250ms")
            .with("SLUICE_S3_DROP_CONCURRENCY", "1")
            .with("SLUICE_SFTP_HOST", at.sftp().host())
            .with("SLUICE_SFTP_PORT", String.valueOf(at.sftp().port()))
            .with("SLUICE_SFTP_USER", at.sftp().user())
            .with("SLUICE_SFTP_PASSWORD", at.sftp().password())
            .with("SLUICE_SFTP_KNOWN_HOSTS", at.sftp().knownHostKey())
            .with("SLUICE_SFTP_FOLDER", name)
            .with("SLUICE_SFTP_OWNER", "me")
            .with("SLUICE_SFTP_POLL_EVERY", "250ms")
            .with("SLUICE_SFTP_STABLE_FOR", "500ms")
            .with("SLUICE_DROP_LEASE", "3s");
    second = first.replica(folder.resolve("second"));
    first.start();
    second.start();
    first.awaitServing();
    second.awaitServing();
  }

  @AfterEach
  void stop() throws Exception {
    Stream.of(first, second).forEach(DroppedFilesIT::kill);
    sftp.close();
    s3.close();
  }

  @Test
  void eachFileBecomesOneDocumentHoweverOftenAReplicaIsKilled() throws Exception {
    // When: a replica is killed in the middle of each batch but the first, in turns
    for (int batch = 0; batch < BATCHES; batch++) {
      drop(batch);
      int before = batch * 2 * FILES_OF_A_DOOR;
      await().until(() -> received() > before + FILES_OF_A_DOOR / 2);
      if (batch > 0) {
        ProductionSluice victim = batch % 2 == 0 ? first : second;
        victim.kill();
        victim.start();
      }
    }
    int all = BATCHES * 2 * FILES_OF_A_DOOR;

    // Then: as many documents as files, each completed, each once
    await().until(() -> count("SELECT count(*) FROM document WHERE state = 'completed'") == all);
    assertThat(received()).isEqualTo(all);
    assertThat(count("SELECT count(*) FROM document_event WHERE to_state = 'completed'"))
        .isEqualTo(all);
    assertThat(sources()).containsExactlyInAnyOrderElementsOf(dropped);
    // And: all sources are moved away, each with its receipt
    await().untilAsserted(() -> assertThat(bucket.keys("in/")).isEmpty());
    await().untilAsserted(() -> assertThat(sftp.names(name)).containsExactly(".done"));
    assertThat(bucket.keys("done/")).hasSize(all);
    assertThat(sftp.names(name + "/.done")).filteredOn(DroppedFilesIT::isVisible).hasSize(all);
    assertThat(bucket.keys("error/")).isEmpty();
    // And: nobody holds one; a row may be left by a death between the move and the release
    await().until(() -> count("SELECT count(*) FROM drop_claim WHERE lease_until > now()") == 0);
  }

  /** The beginning of a receipt may be left by a death, under a name that clients do not list. */
  private static boolean isVisible(String name) {
    return !name.startsWith(".");
  }

  private void drop(int batch) throws Exception {
    for (int n = 0; n < FILES_OF_A_DOOR; n++) {
      String file = batch + "-" + n + ".pdf";
      bucket.put("in/" + file, Pdfs.withText("bucket " + file));
      sftp.put(name + "/" + file, Pdfs.withText("folder " + file));
      dropped.add("s3 " + file);
      dropped.add("sftp " + file);
    }
  }

  private long received() {
    return count("SELECT count(*) FROM document");
  }

  private long count(String query) {
    return first.database().sql(query).query(Long.class).single();
  }

  private List<String> sources() {
    return first
        .database()
        .sql("SELECT DISTINCT origin || ' ' || substring(ref from '[^/]*$') FROM document_source")
        .query(String.class)
        .list();
  }

  private static void kill(ProductionSluice sluice) {
    try {
      sluice.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(20));
  }
}
