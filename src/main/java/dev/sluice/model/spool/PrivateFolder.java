package dev.sluice.model.spool;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders that only their owner can enter, on systems that know such permissions. */
public final class PrivateFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /** Makes the folder, with its parents; one that exists keeps its permissions. */
  public static void create(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(folder.getFileSystem()));
  }

  /** Takes the permissions of everybody but the owner away. */
  public static void restrict(Path folder) throws IOException {
    if (knowsPermissions(folder.getFileSystem())) {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
  }

  private static FileAttribute<?>[] attributes(FileSystem system) {
    return knowsPermissions(system)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsPermissions(FileSystem system) {
    return system.supportedFileAttributeViews().contains("posix");
  }
}
