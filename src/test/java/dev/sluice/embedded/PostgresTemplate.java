package dev.sluice.embedded;

import dev.sluice.model.spool.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.apache.commons.io.file.PathUtils;

/**
 * A PostgreSQL that is made once per build, for tests about something else. Its programs take
 * seconds to unpack and its files seconds to make.
 */
public final class PostgresTemplate {

  private static final String SECRETS = "secrets.properties";
  private static final Path BUILD = Path.of("target", "embedded-template").toAbsolutePath();

  private PostgresTemplate() {}

  /** Leaves its programs in the folder of servers that are yet to start for the first time. */
  public static Path programsIn(Path servers) throws Exception {
    Path postgres = Files.createDirectories(servers.resolve("postgres"));
    Files.createSymbolicLink(postgres.resolve("bin"), made().resolve("bin"));
    return servers;
  }

  /** Leaves its programs and files in the folder of servers, as if they had been started before. */
  public static Path copiedTo(Path servers) throws Exception {
    programsIn(servers);
    Path data = servers.resolve("postgres").resolve("data");
    Files.copy(made().resolve(SECRETS), servers.resolve(SECRETS));
    PathUtils.copyDirectory(made().resolve("data"), data);
    PrivateFolder.restrict(data);
    return servers;
  }

  /** One test at a time makes it, in whatever JVM. */
  private static synchronized Path made() throws Exception {
    Files.createDirectories(BUILD);
    try (FileChannel file =
            FileChannel.open(
                BUILD.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      return new FreshFolder(BUILD.resolve(PostgresBinaries.checksum()))
          .madeBy(PostgresTemplate::make);
    }
  }

  private static void make(Path folder) throws IOException, InterruptedException {
    try {
      PrivateFolder.create(folder);
      PostgresServer.start(folder, PortChoice.any(""), Secrets.keptIn(folder.resolve(SECRETS)))
          .close();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
