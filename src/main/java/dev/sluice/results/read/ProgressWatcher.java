package dev.sluice.results.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.OwnedDocuments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
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

  private static final String REQUEST = "CamelHttpServletRequest";
  private static final String RESPONSE = "CamelHttpServletResponse";

  private final OwnedDocuments documents;
  private final ProgressQueries queries;
  private final ObjectMapper json;
  private final ProgressSettings settings;
  private final Set<ProgressWatch> watches = ConcurrentHashMap.newKeySet();

  ProgressWatcher(
      OwnedDocuments documents,
      ProgressQueries queries,
      ObjectMapper json,
      ProgressSettings settings) {
    this.documents = documents;
    this.queries = queries;
    this.json = json;
    this.settings = settings;
  }

  /** Server-sent events of one document; throws {@link FailureException} if too many watch. */
  public InputStream watch(
      @Header(REQUEST) HttpServletRequest request,
      @Header(RESPONSE) HttpServletResponse response,
      @Header("id") String id,
      Exchange exchange) {
    Document document = documents.find(request, id);
    ProgressStream stream =
        ProgressStream.ofOne(queries.progress(document), settings, json, response::flushBuffer);
    return entered(new ProgressWatch(document.owner(), null, stream), exchange);
  }

  /** The same of many documents, or of a batch of its caller. */
  public InputStream watchMany(
      @Header(REQUEST) HttpServletRequest http,
      @Header(RESPONSE) HttpServletResponse response,
      Exchange exchange) {
    ApiRequest request = new ApiRequest(http);
    String owner = request.owner();
    ProgressRequest wanted = ProgressRequest.of(request);
    ProgressStream stream =
        ProgressStream.ofMany(first(owner, wanted), settings, json, response::flushBuffer);
    return entered(new ProgressWatch(owner, wanted.batch(), stream), exchange);
  }

  private Collection<Progress> first(String owner, ProgressRequest wanted) {
    BatchId batch = wanted.batch();
    if (batch == null) {
      return queries.progress(owner, wanted.ids()).values();
    }
    if (!queries.isBatch(owner, batch)) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such batch.");
    }
    Set<DocumentId> members = queries.documents(Set.of(batch)).getOrDefault(batch, Set.of());
    return queries.progress(owner, members).values();
  }

  private InputStream entered(ProgressWatch watch, Exchange exchange) {
    enter(watch);
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(() -> end(watch)));
    return watch.stream();
  }

  /** Looks for what has changed. */
  public void look() {
    Map<BatchId, Set<DocumentId>> members =
        queries.documents(
            watches.stream()
                .map(ProgressWatch::batch)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<ProgressWatch, Set<DocumentId>> wanted = new IdentityHashMap<>();
    watches.forEach(watch -> wanted.put(watch, watch.wanted(members)));
    Set<DocumentId> ids = wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    if (!ids.isEmpty()) {
      Map<DocumentId, Progress> found = queries.progress(ids);
      wanted.forEach((watch, itsIds) -> watch.tell(itsIds, found));
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
    String owner = watch.owner();
    require(watches.size() < settings.streams(), "Too many callers watch documents already.");
    require(
        count(other -> other.owner().equals(owner)) < settings.perOwner(),
        "You have " + settings.perOwner() + " streams open already.");
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
