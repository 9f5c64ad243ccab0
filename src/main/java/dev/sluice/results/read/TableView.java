package dev.sluice.results.read;

import dev.sluice.model.document.DocumentId;
import java.util.Map;

/**
 * A table of a document, without its cells.
 *
 * @param number from 1
 * @param rows of all its pages, with a header that is repeated on each counted once
 * @param ruled true when lines say where its cells are
 * @param headerRows how many of its first rows are headers
 * @param links addresses of what there is of it, without the host
 */
public record TableView(
    int number,
    int firstPage,
    int lastPage,
    int rows,
    int columns,
    boolean ruled,
    int headerRows,
    Map<String, String> links) {

  static Map<String, String> links(DocumentId document, int number) {
    String self = "/api/v1/documents/" + document + "/tables/" + number;
    return Map.of("self", self, "csv", self + "?format=csv");
  }
}
