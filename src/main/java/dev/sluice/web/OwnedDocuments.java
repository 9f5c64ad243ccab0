package dev.sluice.web;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.store.ledger.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Finds the document that a request names, if its caller owns it. */
@Component
public class OwnedDocuments {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final Ledger ledger;

  OwnedDocuments(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The ledger's row of one document. */
  public Document find(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return ledger
        .find(new ApiRequest(http).owner(), ApiRequest.id(id))
        .orElseThrow(
            () -> new FailureException(FailureCode.NOT_FOUND, "There is no such document."));
  }

  /** The ledger's row of a document whose original is available. */
  public Document withOriginal(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    Document document = find(http, id);
    requireOriginal(document);
    return document;
  }

  /** Throws {@link FailureException} that says why, if the original is not available. */
  public static void requireOriginal(Document document) {
    requireUnexpired(document);
    if (document.originalDeletedAt() != null) {
      throw new FailureException(
          FailureCode.ORIGINAL_GONE,
          "The original was deleted at " + document.originalDeletedAt() + ".");
    }
  }

  /** The ledger's row of a document with results. */
  public Document completed(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    Document document = find(http, id);
    requireResults(document);
    return document;
  }

  /** Throws {@link FailureException} that says why, if the document has no results. */
  public static void requireResults(Document document) {
    if (document.state() == DocumentState.COMPLETED) {
      return;
    }
    requireUnexpired(document);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("state", document.state().label());
    if (!document.state().isFinal()) {
      throw new FailureException(
          Failure.of(FailureCode.NOT_READY, "The document has no results yet."), facts);
    }
    if (document.failureCode() != null) {
      facts.put("failure", document.failureCode());
    }
    throw new FailureException(
        Failure.of(FailureCode.NO_RESULT, "The document has no results."), facts);
  }

  private static void requireUnexpired(Document document) {
    if (document.state() == DocumentState.EXPIRED) {
      throw new FailureException(
          FailureCode.DOCUMENT_EXPIRED, "The document expired at " + document.expiresAt() + ".");
    }
  }
}
