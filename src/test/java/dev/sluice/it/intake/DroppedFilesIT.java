package dev.sluice.it.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.DropDoors;
import dev.sluice.it.ProductionSluice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes take files from one bucket and one SFTP folder, and are killed while they do. In
 * every build the short chaos does so through all doors.
 */
@Tag("proof")
class DroppedFilesIT {

  private static final int BATCHES = 6;
  private static final int FILES_OF_A_DOOR = 25; // in each batch

  @TempDir Path folder;

  private final List<String> dropped = new ArrayList<>();
  private DropDoors doors;
  private ProductionSluice first;
  private ProductionSluice second;

  @BeforeEach
  void start() throws Exception {
    doors = DropDoors.create();
    first = new ProductionSluice(folder).with(doors.settings());
    second = first.replica(folder.resolve("second"));
    first.start();
    second.start();
    first.awaitServing();
    second.awaitServing();
  }

  @AfterEach
  void stop() throws Exception {
    Stream.of(first, second).forEach(DroppedFilesIT::kill);
    doors.close();
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
    // And: all sources are moved away, each with its receipt; a death may leave one of them twice
    await().untilAsserted(() -> assertThat(doors.bucket().keys("in/")).isEmpty());
    await()
        .untilAsserted(
            () -> assertThat(doors.sftp().names(doors.folder())).containsExactly(".done"));
    assertThat(unmarked(doors.bucket().keys("done/"))).hasSize(all);
    assertThat(unmarked(doors.sftp().names(doors.folder() + "/.done")))
        .filteredOn(DroppedFilesIT::isVisible)
        .hasSize(all);
    assertThat(doors.bucket().keys("error/")).isEmpty();
    // And: no replica holds one; a row may be left by a death between the move and the release
    await().until(() -> count("SELECT count(*) FROM drop_claim WHERE lease_until > now()") == 0);
  }

  /** The names that the files and receipts would have had alone. */
  private static Set<String> unmarked(List<String> names) {
    return names.stream()
        .map(name -> name.replaceFirst("~\\d{8}T\\d{6}Z(-\\d+)?", ""))
        .collect(Collectors.toSet());
  }

  /** The beginning of a receipt may be left by a death, under a name that clients do not list. */
  private static boolean isVisible(String name) {
    return !name.startsWith(".");
  }

  private void drop(int batch) throws Exception {
    for (int n = 0; n < FILES_OF_A_DOOR; n++) {
      String file = batch + "-" + n + ".pdf";
      doors.bucket().put("in/" + file, Pdfs.withText("bucket " + file));
      doors.sftp().put(doors.folder() + "/" + file, Pdfs.withText("folder " + file));
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
    return Awaitility.await().pollInterval(Duration.ofMillis(20));
  }
}
