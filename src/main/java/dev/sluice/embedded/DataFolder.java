package dev.sluice.embedded;

import dev.sluice.StartupFailure;
import dev.sluice.model.spool.PrivateFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that keeps everything, held by one running Sluice at a time. */
final class DataFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
  private static final String LOCK = ".lock";
  private static final List<String> SERVERS = List.of("kafka", "postgres", "s3", "sftp");
  private static final String ADVICE = "Choose another one with SLUICE_DATA_DIR";

  /** A name that no encoding for one part of the world has. */
  private static final String UNICODE = "ü ı ع 文";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes the folder if need be and takes it for this process. */
  static DataFolder take(Path path) {
    warnOfRefusedNames();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new StartupFailure("the data folder " + path + " is a file", ADVICE);
    }
    try {
      PrivateFolder.create(path);
      boolean own = isOwn(path);
      DataFolder folder = new DataFolder(path, lock(path));
      folder.shutOutOthers(own);
      return folder;
    } catch (IOException notWritable) {
      throw new StartupFailure(
          "the data folder " + path + " cannot be written", ADVICE, notWritable);
    }
  }

  /** Senders name files that the embedded S3 and SFTP keep, which the machine's encoding limits. */
  private static void warnOfRefusedNames() {
    try {
      Path.of(UNICODE);
    } catch (InvalidPathException refused) {
      log.warn("Files named beyond this machine's encoding are refused; LC_ALL=C.UTF-8 allows all");
    }
  }

  /** Whether nothing but Sluice's files is in it; any other folder may be in common use. */
  private static boolean isOwn(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return Files.exists(path.resolve(LOCK)) || files.findAny().isEmpty();
    }
  }

  /** Earlier versions, or whoever made the folder, may have let others in. */
  private void shutOutOthers(boolean own) throws IOException {
    List<Path> folders = new ArrayList<>(own ? List.of(path) : List.of());
    try (Stream<Path> servers = SERVERS.stream().map(path::resolve).filter(Files::isDirectory)) {
      servers.forEach(folders::add);
    }
    for (Path folder : folders) {
      try {
        PrivateFolder.restrict(folder);
      } catch (FileSystemException notOwner) {
        log.warn("Others may be able to read {}, which belongs to another user", folder);
      }
    }
    if (!own) {
      log.warn("{} has other files, too; its permissions are left as they are", path);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new StartupFailure(
          "the data folder " + path + " is used by another running Sluice",
          "Stop that one, or choose another folder with SLUICE_DATA_DIR");
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid().getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  private static String pid() {
    return String.valueOf(ProcessHandle.current().pid());
  }

  /** A file or folder in it. */
  Path resolve(String name) {
    return path.resolve(name);
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** Releases the folder for another process. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
