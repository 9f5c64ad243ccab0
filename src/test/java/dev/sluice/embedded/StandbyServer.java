package dev.sluice.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A hot standby of a running PostgreSQL: made of a base backup, and kept up by streaming. */
public final class StandbyServer implements AutoCloseable {

  private final PostgresCluster cluster;
  private final PostgresProcess process;
  private final int port;
  private final DatabaseRoles roles;

  private StandbyServer(
      PostgresCluster cluster, PostgresProcess process, int port, DatabaseRoles roles) {
    this.cluster = cluster;
    this.process = process;
    this.port = port;
    this.roles = roles;
  }

  /**
   * Starts one.
   *
   * @param servers the folder of the servers of which one is the primary
   * @param primaryPort where it listens
   * @param folder of the standby's own files, empty
   */
  public static StandbyServer of(Path servers, int primaryPort, Path folder)
      throws IOException, InterruptedException, SQLException {
    Path primary = servers.resolve("postgres").toAbsolutePath();
    Path data = folder.resolve("data").toAbsolutePath();
    DatabaseRoles roles = new DatabaseRoles(servers);
    try (Connection connection =
            roles.superuser("jdbc:postgresql://127.0.0.1:" + primaryPort + "/postgres");
        Statement statement = connection.createStatement()) {
      letReplicate(primary.resolve("data"), statement);
      backUp(primary.resolve("data"), statement, data);
    }
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'\n"
            .formatted(primaryPort, DatabaseRoles.SUPERUSER, roles.superuserPassword()),
        StandardOpenOption.APPEND);
    PostgresCluster cluster =
        new PostgresCluster(
            PostgresBinaries.unpackedIn(primary.resolve("bin")),
            data,
            folder.resolve("standby.log").toAbsolutePath());
    int port = PortChoice.any("").resolve();
    return new StandbyServer(cluster, cluster.start(port), port, roles);
  }

  /** Where it answers for this database. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Runs a statement as the superuser. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = roles.superuser(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Its processes, the server itself first. */
  public List<ProcessHandle> processes() {
    return Stream.concat(
            Stream.of(process.watcher().toHandle()), process.watcher().toHandle().descendants())
        .filter(one -> one.info().command().filter(name -> name.contains("postgres")).isPresent())
        .toList();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    cluster.stop(process);
  }

  private static void letReplicate(Path primary, Statement statement)
      throws IOException, SQLException {
    Files.writeString(
        primary.resolve("pg_hba.conf"),
        "host replication " + DatabaseRoles.SUPERUSER + " 127.0.0.1/32 scram-sha-256\n",
        StandardOpenOption.APPEND);
    statement.execute("SELECT pg_reload_conf()");
  }

  private static void backUp(Path from, Statement statement, Path to)
      throws IOException, SQLException {
    statement.execute("SELECT pg_backup_start('standby', true)");
    copy(from, to);
    ResultSet end = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)");
    end.next();
    Files.writeString(to.resolve("backup_label"), end.getString(1));
    Files.deleteIfExists(to.resolve("postmaster.pid"));
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException vanished) {
              return visitFileFailed(file, vanished);
            }
            return FileVisitResult.CONTINUE;
          }

          /** Files come and go under a running server; its log tells what became of them. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException vanished)
              throws IOException {
            if (!(vanished instanceof NoSuchFileException)) {
              throw vanished;
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
