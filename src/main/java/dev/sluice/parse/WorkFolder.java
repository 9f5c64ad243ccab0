package dev.sluice.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.FileUtils;

/**
 * A folder of one pool's temporary files, gone when closed. A lock tells whether its owner lives:
 * the next pool removes what a killed one left behind.
 */
final class WorkFolder implements AutoCloseable {

  private static final String PREFIX = "parser-";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private WorkFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes the folder; throws {@link UncheckedIOException} when the parent cannot be written. */
  static WorkFolder in(Path parent) {
    try {
      Files.createDirectories(parent);
      removeOrphans(parent);
      Path path = Files.createTempDirectory(parent, PREFIX);
      FileChannel lock = open(path);
      lock.lock();
      return new WorkFolder(path, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("sluice.parser.work-folder cannot be used: " + parent, e);
    }
  }

  Path path() {
    return path;
  }

  /** A new folder of its own for one child. */
  Path fork() throws IOException {
    return Files.createTempDirectory(path, "fork-");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException ignored) {
      // The folder goes all the same.
    }
    FileUtils.deleteQuietly(path.toFile());
  }

  private static void removeOrphans(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve(LOCK)) && isOrphan(folder)) {
          FileUtils.deleteQuietly(folder.toFile());
        }
      }
    }
  }

  private static boolean isOrphan(Path folder) {
    try (FileChannel channel = open(folder);
        FileLock taken = channel.tryLock()) {
      return taken != null;
    } catch (OverlappingFileLockException | IOException ownedOrGone) {
      return false;
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
