package dev.sluice.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of temporary files that belongs to this process alone. A lock marks it as alive; folders
 * of processes that were killed are removed at the next start.
 */
public final class SpoolFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FileChannel lock;

  /** Makes a folder below the root and removes abandoned ones beside it. */
  public SpoolFolder(Path root) {
    try {
      Files.createDirectories(root);
      removeAbandoned(root);
      folder = Files.createDirectory(root.resolve(UUID.randomUUID().toString()));
      lock = open(folder);
      lock.lock();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the spool folder " + root, e);
    }
  }

  /** Makes a new empty file. */
  public SpoolFile newFile() throws IOException {
    return new SpoolFile(Files.createTempFile(folder, "document", ".pdf"));
  }

  /** Where the files lie. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    lock.close();
    PathUtils.deleteDirectory(folder);
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
          LOG.info("Removed the spool folder of a process that is gone: {}", abandoned);
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
