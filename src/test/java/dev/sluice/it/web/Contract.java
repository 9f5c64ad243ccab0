package dev.sluice.it.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The contract as tests see it: each operation with all references resolved. */
final class Contract {

  /** One method of one address. */
  record Operation(String method, String path, JsonNode description, List<JsonNode> parameters) {

    String id() {
      return description.path("operationId").asText();
    }

    JsonNode bodies() {
      return description.at("/requestBody/content");
    }
  }

  private final JsonNode root;
  private final AnswerSchemas schemas;
  private final List<Operation> operations = new ArrayList<>();

  private Contract(JsonNode root) {
    this.root = root;
    this.schemas = new AnswerSchemas(root.path("components"));
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getKey().equals("parameters")) {
          continue; // those of all its methods
        }
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                method.getValue(),
                parameters(path.getValue(), method.getValue())));
      }
    }
  }

  static Contract load() throws IOException {
    return new Contract(
        new YAMLMapper().readTree(Path.of("src", "main", "resources", "openapi.yaml").toFile()));
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** What it says of this answer of an operation; missing if it has no such answer. */
  JsonNode response(Operation operation, int status) {
    return resolved(operation.description().path("responses").path(String.valueOf(status)));
  }

  /** What of a JSON answer is not as its media type's schema says; nothing of other answers. */
  List<String> faults(JsonNode mediaType, String body) {
    JsonNode schema = resolved(mediaType.path("schema"));
    return schema.path("type").asText().matches("object|array") || schema.has("allOf")
        ? schemas.faults(schema, body)
        : List.of();
  }

  /** What of a problem is not as the contract says. */
  List<String> faultsOfProblem(String body) {
    return schemas.faults(root.at("/components/schemas/Problem"), body);
  }

  /** The node itself, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(root.at(node.path("$ref").asText().substring(1))) : node;
  }

  private List<JsonNode> parameters(JsonNode path, JsonNode method) {
    List<JsonNode> found = new ArrayList<>();
    path.path("parameters").forEach(parameter -> found.add(resolved(parameter)));
    method.path("parameters").forEach(parameter -> found.add(resolved(parameter)));
    return found;
  }
}
