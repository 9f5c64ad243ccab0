package dev.sluice.work.parsing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.Assignment;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.RunningParse;
import dev.sluice.web.ListPage;
import dev.sluice.web.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The API's calls of ops on what this replica's forks work on. */
@Component
public class WorkApi {

  private static final Logger LOG = LoggerFactory.getLogger(WorkApi.class);

  private final RunningWork work;
  private final PdfParser parser;

  WorkApi(RunningWork work, PdfParser parser) {
    this.work = work;
    this.parser = parser;
  }

  /**
   * A document, or a part of one, that a fork reads or will.
   *
   * @param part number of the part, or null for a document that is read as a whole
   * @param since when a fork took it, or null while it waits for one
   * @param page at hand, from 1
   * @param forkBytes memory of the fork that is resident; 0 where that cannot be told
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WorkView(
      DocumentId document,
      Integer part,
      String owner,
      int attempt,
      Instant since,
      int page,
      long forkBytes) {

    static WorkView of(Assignment assignment, RunningParse parse) {
      return new WorkView(
          assignment.document().id(),
          assignment.ticket().part(),
          assignment.document().owner(),
          assignment.attempts(),
          parse.inForkSince().orElse(null),
          parse.page(),
          parse.residentBytes());
    }
  }

  /** Everything, the longest in a fork first. */
  public ListPage<WorkView> list() {
    List<WorkView> all =
        work.join(WorkView::of).stream()
            .sorted(
                Comparator.comparing(
                    WorkView::since, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    return new ListPage<>(all, null);
  }

  /**
   * Stops the work on a document, which ends as dead; throws {@link FailureException} with
   * NOT_FOUND if there is none here.
   */
  public void stop(
      @Header("CamelHttpServletRequest") HttpServletRequest http, @Header("id") String id) {
    DocumentId document = DocumentId.of(id);
    List<String> names =
        work
            .join((assignment, parse) -> assignment.document().id().equals(document) ? parse : null)
            .stream()
            .filter(parse -> parse != null)
            .map(RunningParse::name)
            .toList();
    if (names.isEmpty()) {
      throw new FailureException(
          FailureCode.NOT_FOUND, "No fork of this replica works on such a document.");
    }
    names.forEach(name -> parser.end(name, FailureCode.PARSER_STOPPED, false));
    LOG.warn("The work on document {} was stopped by {}", document, Caller.of(http).owner());
  }
}
