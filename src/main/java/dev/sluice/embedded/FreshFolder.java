package dev.sluice.embedded;

import dev.sluice.model.spool.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that is either complete or absent: it is filled under another name and then renamed.
 * What an interrupted attempt left behind is removed; a complete folder never is.
 */
record FreshFolder(Path path) {

  private static final Logger log = LoggerFactory.getLogger(FreshFolder.class);

  /** Fills a new folder. */
  interface Making {
    void into(Path folder) throws IOException, InterruptedException;
  }

  /** Makes the folder unless it is there already. */
  Path madeBy(Making making) throws IOException, InterruptedException {
    removeLeftovers();
    if (Files.isDirectory(path)) {
      return path;
    }
    PrivateFolder.create(path.getParent());
    Path unfinished = path.resolveSibling(unfinishedPrefix() + UUID.randomUUID());
    making.into(unfinished);
    PrivateFolder.restrict(unfinished);
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    persistName();
    return path;
  }

  private String unfinishedPrefix() {
    return path.getFileName() + ".unfinished-";
  }

  private void removeLeftovers() throws IOException {
    if (!Files.isDirectory(path.getParent())) {
      return;
    }
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(path.getParent(), unfinishedPrefix() + "*")) {
      for (Path leftover : leftovers) {
        remove(leftover);
      }
    }
  }

  private static void remove(Path leftover) {
    try {
      deleteTree(leftover);
    } catch (IOException stillInUse) {
      // A killed parent's initdb may still be writing there; its name is never used again.
      log.info("{} is left for the next start to remove", leftover, stillInUse);
    }
  }

  /** Deletes a folder and all in it, following no links. */
  static void deleteTree(Path root) throws IOException {
    if (Files.exists(root)) {
      Files.walkFileTree(root, new Deletion());
    }
  }

  private void persistName() {
    try (FileChannel parent = FileChannel.open(path.getParent())) {
      parent.force(true);
    } catch (IOException unsupported) {
      log.debug("This system cannot sync a folder", unsupported);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
