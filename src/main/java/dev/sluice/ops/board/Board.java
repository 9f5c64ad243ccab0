package dev.sluice.ops.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.ops.Dependencies.Dependency;
import dev.sluice.work.parsing.WorkApi.WorkView;
import java.time.Instant;
import java.util.List;

/**
 * All that ops see at one glance.
 *
 * @param replica that was asked: doors, problems and work are its own
 * @param consolePort where the console of this replica listens; null if it has none
 * @param problems causes first; empty if all is well
 */
public record Board(
    Instant at,
    String replica,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer consolePort,
    List<BoardProblem> problems,
    List<StageView> stages,
    List<DoorStates.Door> doors,
    List<Dependency> dependencies,
    List<LedgerFigures.CodeCount> deadLetters,
    List<WorkView> work) {}
