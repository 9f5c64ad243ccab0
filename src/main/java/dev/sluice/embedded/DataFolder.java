package dev.sluice.embedded;

import dev.sluice.StartupFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that keeps everything, held by one running Sluice at a time. */
final class DataFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
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
      PrivateFile.createFolder(path);
      return new DataFolder(path, lock(path));
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

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
