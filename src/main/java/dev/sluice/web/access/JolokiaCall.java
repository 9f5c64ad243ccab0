package dev.sluice.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A request to Jolokia, of which a body may hold many, and the status of its answer. */
record JolokiaCall(JsonNode request, int status) {

  /** Those of a body. Jolokia says what it refuses inside of an answer whose own status is 200. */
  static List<JolokiaCall> of(ObjectMapper json, byte[] body, byte[] answer, int status) {
    List<JsonNode> requests = elements(json, body);
    List<JsonNode> answers = elements(json, answer);
    return IntStream.range(0, requests.size())
        .mapToObj(
            i ->
                new JolokiaCall(
                    requests.get(i),
                    i < answers.size() ? answers.get(i).path("status").asInt(status) : status))
        .toList();
  }

  String type() {
    return request.path("type").asText();
  }

  String mbean() {
    return request.path("mbean").asText();
  }

  /** The operation or attribute that it is about. */
  String member() {
    return request.path(request.has("operation") ? "operation" : "attribute").asText();
  }

  private static List<JsonNode> elements(ObjectMapper json, byte[] text) {
    try {
      JsonNode read = json.readTree(text);
      return read.isArray()
          ? StreamSupport.stream(read.spliterator(), false).toList()
          : List.of(read);
    } catch (IOException noJson) {
      return List.of(); // nor does Jolokia take it for a request
    }
  }
}
