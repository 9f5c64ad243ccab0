package dev.sluice.intake.sftp;

import dev.sluice.intake.DropRule;
import dev.sluice.model.document.Lane;
import java.time.Duration;
import java.util.List;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.RemoteFile;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.component.file.remote.SftpRemoteFileSingle;

/** Settings and listed files for tests of the SFTP door. */
final class RemoteFiles {

  static final Duration STABLE_FOR = Duration.ofSeconds(5);
  static final Duration INCOMPLETE_AFTER = Duration.ofMinutes(10);

  private RemoteFiles() {}

  /** A file in the folder inbox, as a listing shows it. */
  static GenericFile<SftpRemoteFile> file(String path, long size, long modified) {
    RemoteFile<SftpRemoteFile> file = new RemoteFile<>();
    String name = path.substring(path.lastIndexOf('/') + 1);
    file.setFile(new SftpRemoteFileSingle(name));
    file.setFileNameOnly(name);
    file.setRelativeFilePath(path);
    file.setAbsoluteFilePath("inbox/" + path);
    file.setFileLength(size);
    file.setLastModified(modified);
    return file;
  }

  /** Settings of a door to 127.0.0.1. */
  static SftpSettings settings(String doneSuffix, boolean receipts, DropRule... rules) {
    return settings("127.0.0.1", "the password", "a known host", doneSuffix, receipts, rules);
  }

  static SftpSettings settings(
      String host,
      String password,
      String knownHosts,
      String doneSuffix,
      boolean receipts,
      DropRule... rules) {
    return new SftpSettings(
        host,
        22,
        "user",
        password,
        null,
        null,
        null,
        knownHosts,
        null,
        "inbox",
        Duration.ofSeconds(1),
        10,
        Duration.ofSeconds(1),
        STABLE_FOR,
        INCOMPLETE_AFTER,
        doneSuffix,
        List.of(".part", ".tmp"),
        receipts,
        List.of(rules));
  }

  /** Whatever is below the prefix belongs to the owner. */
  static DropRule rule(String prefix, String owner) {
    return new DropRule(prefix, owner, "auto", Lane.BULK);
  }
}
