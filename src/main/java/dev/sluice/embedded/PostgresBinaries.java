package dev.sluice.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this system, unpacked once. */
record PostgresBinaries(Path home) {

  /** Unpacks them below the folder unless these very ones are there already. */
  static PostgresBinaries unpackedIn(Path folder) throws IOException, InterruptedException {
    Path home = folder.resolve("postgresql-" + checksum());
    return new PostgresBinaries(new FreshFolder(home).madeBy(PostgresBinaries::unpack));
  }

  /** The command line that runs one of the programs. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses to run as root; in a user namespace of its own its user is unprivileged.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  static String checksum() throws IOException {
    CheckedInputStream archive = new CheckedInputStream(archive(), new CRC32());
    try (archive) {
      archive.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Long.toHexString(archive.getChecksum().getValue());
  }

  private static InputStream archive() throws IOException {
    String system = System.getProperty("os.name").split(" ")[0];
    String name = system.equals("Mac") ? "Darwin" : system;
    String architecture = System.getProperty("os.arch");
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
        name, architecture.equals("amd64") ? "x86_64" : architecture);
  }

  private static void unpack(Path folder) throws IOException {
    try (InputStream archive = new BufferedInputStream(archive());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("told to stop");
        }
        unpack(entry, tar, folder);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      // Only the owner's bits matter, because no other user may enter the data folder.
      target.toFile().setExecutable((entry.getMode() & 0100) != 0 || inBin(target), true);
    }
  }

  private static boolean inBin(Path target) {
    return target.getParent().endsWith("bin");
  }
}
