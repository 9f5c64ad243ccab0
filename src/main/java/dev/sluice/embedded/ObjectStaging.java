package dev.sluice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.gaul.s3proxy.blobstore.S3Exceptions;

/**
 * Holds objects while they are written, before they get their final name. Both folders are on one
 * disk, so a file and its metadata move from one to the other in one step.
 */
record ObjectStaging(Path folder, Path objects) {

  /** An empty staging folder; whatever an interrupted run was writing is deleted. */
  static ObjectStaging in(Path folder) throws IOException {
    Path stage = folder.resolve("stage");
    FreshFolder.deleteTree(stage);
    return new ObjectStaging(
        Files.createDirectories(stage), Files.createDirectories(folder.resolve("objects")));
  }

  /** Makes room for the objects of a bucket. */
  void open(String bucket) {
    try {
      Files.createDirectories(folder.resolve(bucket));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ends what was meant for a bucket that is gone. */
  void close(String bucket) {
    try {
      FreshFolder.deleteTree(folder.resolve(bucket));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A name that nothing on the stage has. */
  String freshName() {
    return UUID.randomUUID().toString();
  }

  /** Puts a second name for a finished object on the stage, to copy it from there. */
  void link(String bucket, String key, String toBucket, String name) {
    try {
      Files.createLink(staged(toBucket, name), target(bucket, key));
    } catch (NoSuchFileException missing) {
      throw S3Exceptions.noSuchKey(bucket, key, "nothing to copy", missing);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Brings a staged object to the disk for good, so that a receipt for it can be given. */
  void persist(String bucket, String name) {
    try (FileChannel file = FileChannel.open(staged(bucket, name), StandardOpenOption.WRITE)) {
      file.force(true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Gives a staged object its name, in place of another that had it. */
  void publish(String bucket, String name, String key) {
    Path target = target(bucket, key);
    try {
      Files.createDirectories(target.getParent());
      Files.move(
          staged(bucket, name),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Takes an object off the stage, if it is still there. */
  void discard(String bucket, String name) {
    try {
      Files.deleteIfExists(staged(bucket, name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path staged(String bucket, String name) {
    return folder.resolve(bucket).resolve(name);
  }

  private Path target(String bucket, String key) {
    Path home = objects.resolve(bucket);
    Path target = home.resolve(key).normalize();
    if (!target.startsWith(home) || target.equals(home) || key.startsWith(".mpus-")) {
      throw S3Exceptions.invalidArgument("The key " + key + " cannot be used.");
    }
    return target;
  }
}
