package dev.sluice.chaos;

import dev.sluice.embedded.SeparateServers;
import dev.sluice.guarantee.DroppedFile;
import dev.sluice.guarantee.DroppedFile.Fate;
import dev.sluice.guarantee.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Sees when dropped files leave their places, and where they are in the end. */
record SourceWatch(SeparateServers servers, S3Client s3, History history) {

  /** Looks once at the folder. */
  void lookAtFolder() {
    Path inbox = servers.inbox();
    for (DroppedFile file : waiting("sftp")) {
      if (!Files.exists(inbox.resolve(file.source()))) {
        history.gone(file.source(), Instant.now());
      }
    }
  }

  /** Looks once at the bucket; fails when it does not answer. */
  void lookAtBucket() {
    List<DroppedFile> waiting = waiting("s3");
    Set<String> there = keys(BucketDoor.PREFIX);
    for (DroppedFile file : waiting) {
      if (!there.contains(file.source())) {
        history.gone(file.source(), Instant.now());
      }
    }
  }

  /** Whether all dropped files are gone. */
  boolean isAllGone() {
    return waiting("s3").isEmpty() && waiting("sftp").isEmpty();
  }

  /** Enters into the history where each file is now. */
  void noteFates() throws IOException {
    Set<String> done = new HashSet<>(keys("done/"));
    Set<String> error = new HashSet<>(keys("error/"));
    try (Stream<Path> files = Files.walk(servers.inbox())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path folder = file.getParent();
        String source =
            folder.getParent().getFileName() + "/" + unmarked(file.getFileName().toString());
        if (folder.endsWith(".done")) {
          done.add(source);
        } else if (folder.endsWith(".error")) {
          error.add(source);
        }
      }
    }
    for (DroppedFile file : history.dropped()) {
      String path =
          file.door().equals("s3")
              ? file.source().substring(BucketDoor.PREFIX.length())
              : file.source();
      history.ended(file.source(), fate(file, path, done, error));
    }
  }

  /** As it was dropped: a file that was taken twice has a mark if its first taker left a note. */
  private static String unmarked(String name) {
    return name.replaceFirst("~\\d{8}T\\d{6}Z(-\\d+)?", "");
  }

  private static Fate fate(DroppedFile file, String path, Set<String> done, Set<String> error) {
    if (file.goneAt() == null) {
      return Fate.UNTOUCHED;
    }
    if (done.contains(path)) {
      return Fate.DONE;
    }
    return error.contains(path) ? Fate.ERROR : Fate.VANISHED;
  }

  private List<DroppedFile> waiting(String door) {
    return history.dropped().stream()
        .filter(file -> file.door().equals(door) && file.goneAt() == null)
        .toList();
  }

  /** The keys below a prefix; without it, unless they are looked at where they were dropped. */
  private Set<String> keys(String prefix) {
    int cut = prefix.equals(BucketDoor.PREFIX) ? 0 : prefix.length();
    return s3
        .listObjectsV2Paginator(request -> request.bucket(servers.dropBucket()).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .map(key -> unmarked(key.substring(cut)))
        .collect(Collectors.toSet());
  }
}
