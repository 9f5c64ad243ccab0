package dev.sluice.model.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of temporary files for one purpose in this process, readable only by the process's user.
 * A lock marks it as in use; folders of killed processes are removed at the next start.
 */
public final class SpoolFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  /**
   * Makes a folder below the root and removes abandoned ones beside it; throws {@link
   * UncheckedIOException} if the root cannot be written.
   */
  public SpoolFolder(Path root) {
    try {
      PrivateFolder.create(root);
      removeAbandoned(root);
      folder = Files.createTempDirectory(root, "");
      lock = open(folder);
      lock.lock();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + root + " cannot be used (sluice.data-dir)", e);
    }
  }

  /** Makes a new empty file. */
  public SpoolFile newFile() throws IOException {
    return new SpoolFile(Files.createTempFile(folder, "document", ".pdf"));
  }

  /** Takes over a file on the same disk, under a name of its own; its old name is gone. */
  public SpoolFile adopt(Path file) throws IOException {
    Path name = folder.resolve(UUID.randomUUID() + ".pdf");
    return new SpoolFile(Files.move(file, name, StandardCopyOption.ATOMIC_MOVE));
  }

  /** Makes a new empty folder in this one. */
  public Path newFolder(String prefix) throws IOException {
    return Files.createTempDirectory(folder, prefix);
  }

  /** Where the files lie. */
  public Path path() {
    return folder;
  }

  /** What this process may still write to the folder's disk, in bytes. */
  public long freeBytes() {
    return folder.toFile().getUsableSpace();
  }

  /** Removes the folder with all that is in it. */
  @Override
  public void close() {
    try (lock) {
      PathUtils.deleteDirectory(folder);
    } catch (IOException e) {
      LOG.warn("Cannot remove the folder {}", folder, e);
    }
  }

  private static void removeAbandoned(Path root) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(root)) {
      folders = children.filter(child -> Files.exists(child.resolve(LOCK))).toList();
    }
    for (Path abandoned : folders) {
      try (FileChannel channel = open(abandoned);
          FileLock free = channel.tryLock()) {
        if (free != null) {
          PathUtils.deleteDirectory(abandoned);
          LOG.info("Removed the folder of a process that is gone: {}", abandoned);
        }
      } catch (OverlappingFileLockException ours) {
        LOG.debug("Another part of this process uses {}", abandoned);
      }
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
