package dev.sluice.results.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.web.OwnedDocuments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Streams the progress of documents to callers. However many watch, one query at a time asks the
 * ledger for all of them.
 */
@Component
public class ProgressWatcher implements ApplicationListener<ContextClosedEvent> {

  private record ProgressWatch(Document document, ProgressStream stream) {

    DocumentId id() {
      return document.id();
    }
  }

  private final OwnedDocuments documents;
  private final DocumentQueries queries;
  private final ObjectMapper json;
  private final ProgressSettings settings;
  private final Set<ProgressWatch> watches = ConcurrentHashMap.newKeySet();

  ProgressWatcher(
      OwnedDocuments documents,
      DocumentQueries queries,
      ObjectMapper json,
      ProgressSettings settings) {
    this.documents = documents;
    this.queries = queries;
    this.json = json;
    this.settings = settings;
  }

  /** Server-sent events of one document; throws {@link FailureException} if too many watch. */
  public InputStream watch(
      @Header("CamelHttpServletRequest") HttpServletRequest request,
      @Header("CamelHttpServletResponse") HttpServletResponse response,
      @Header("id") String id,
      Exchange exchange) {
    Document document = documents.find(request, id);
    ProgressStream stream =
        new ProgressStream(Progress.of(document), settings, json, response::flushBuffer);
    ProgressWatch watch = new ProgressWatch(document, stream);
    enter(watch);
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(() -> end(watch)));
    return stream;
  }

  /** Looks for what has changed. */
  public void look() {
    Set<DocumentId> ids = watches.stream().map(ProgressWatch::id).collect(Collectors.toSet());
    if (!ids.isEmpty()) {
      Map<DocumentId, Progress> found = queries.progress(ids);
      watches.stream()
          .filter(watch -> ids.contains(watch.id()))
          .forEach(watch -> watch.stream().tell(found.getOrDefault(watch.id(), Progress.DELETED)));
    }
  }

  /** Number of open streams. */
  int size() {
    return watches.size();
  }

  /** Closes all streams, because a stop does not wait for callers who only watch. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    watches.forEach(this::end);
  }

  private synchronized void enter(ProgressWatch watch) {
    String owner = watch.document().owner();
    require(watches.size() < settings.streams(), "Too many callers watch documents already.");
    require(
        count(other -> other.document().owner().equals(owner)) < settings.perOwner(),
        "You watch " + settings.perOwner() + " documents already.");
    watches.add(watch);
  }

  private long count(Predicate<ProgressWatch> which) {
    return watches.stream().filter(which).count();
  }

  private void end(ProgressWatch watch) {
    watches.remove(watch);
    watch.stream().close();
  }

  private static void require(boolean room, String otherwise) {
    if (!room) {
      throw new FailureException(FailureCode.TOO_MANY_STREAMS, otherwise);
    }
  }
}
