package dev.sluice.ops.board;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sluice.intake.sftp.SftpDoor;
import dev.sluice.model.spool.SpoolFolder;
import dev.sluice.ops.Dependencies;
import dev.sluice.ops.Dependencies.Dependency;
import dev.sluice.work.parsing.WorkApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts the board together, once a second at most. */
@Component
public class BoardView {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final MeterReader meters;
  private final Dependencies servers;
  private final DoorStates doors;
  private final LedgerFigures ledger;
  private final WorkApi work;
  private final SpoolFolder spool;
  private final SftpDoor sftp;
  private final ReplicaName replica;
  private final Environment environment;
  private final ProblemWatch problems = new ProblemWatch(InstantSource.system());
  private final LoadingCache<String, Board> remembered =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> make());

  BoardView(
      MeterReader meters,
      Dependencies servers,
      DoorStates doors,
      LedgerFigures ledger,
      WorkApi work,
      SpoolFolder spool,
      SftpDoor sftp,
      ReplicaName replica,
      Environment environment) {
    this.meters = meters;
    this.servers = servers;
    this.doors = doors;
    this.ledger = ledger;
    this.work = work;
    this.spool = spool;
    this.sftp = sftp;
    this.replica = replica;
    this.environment = environment;
  }

  /** The board as it stands. A route looks now and then, so that problems are seen to begin. */
  public Board look() {
    return remembered.get("");
  }

  private Board make() {
    LedgerFigures.Found found = ledger.get();
    List<Dependency> dependencies = dependencies();
    BoardFacts facts = new BoardFacts(dependencies, doors.list(), diskFree(), found.deadLastHour());
    return new Board(
        Instant.now(),
        replica.name(),
        environment.getProperty("local.management.port", Integer.class),
        problems.look(meters, facts),
        Arrays.stream(Stage.values()).map(stage -> StageView.of(stage, found, meters)).toList(),
        facts.doors(),
        dependencies,
        found.deadLetters(),
        work.list().items());
  }

  /** Those that are not set up are left out. */
  private List<Dependency> dependencies() {
    List<Dependency> all = new ArrayList<>(servers.list());
    meters
        .sum("sluice.standby.used")
        .ifPresent(used -> all.add(Dependency.of("standby", used == 1, "behind, or it fails")));
    if (sftp.isOpen()) {
      boolean up = meters.sum("sluice.sftp.up").orElse(0) == 1;
      all.add(Dependency.of("sftp", up, "its door cannot fetch"));
    }
    return all;
  }

  private double diskFree() {
    double total = spool.path().toFile().getTotalSpace();
    return total == 0 ? 1 : spool.freeBytes() / total;
  }
}
