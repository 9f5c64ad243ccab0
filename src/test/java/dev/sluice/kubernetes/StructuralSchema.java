package dev.sluice.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema of a custom resource, as strict as an API server is when told to: unknown fields,
 * other types, missing fields, and values outside an enum are errors.
 */
final class StructuralSchema {

  private final List<String> errors = new ArrayList<>();

  private StructuralSchema() {}

  /** What is wrong with a manifest; its metadata and kind are not looked at. */
  static List<String> errors(JsonNode manifest, JsonNode schema) {
    StructuralSchema check = new StructuralSchema();
    String where = manifest.path("kind").asText() + " " + manifest.at("/metadata/name").asText();
    manifest
        .properties()
        .forEach(
            field -> {
              if (!List.of("apiVersion", "kind", "metadata").contains(field.getKey())) {
                check.field(field.getKey(), field.getValue(), schema, where);
              }
            });
    return check.errors;
  }

  private void value(JsonNode value, JsonNode schema, String where) {
    if (value.isNull() && schema.path("nullable").asBoolean()) {
      return;
    }
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      require(value.isIntegralNumber() || value.isTextual(), where + ": no int or string");
      return;
    }
    String type = schema.path("type").asText();
    require(isOfType(value, type), where + ": no " + type);
    if (schema.has("enum")) {
      require(contains(schema.path("enum"), value), where + ": not one of " + schema.path("enum"));
    }
    if (value.isObject()) {
      schema
          .path("required")
          .forEach(name -> require(value.has(name.asText()), where + ": lacks " + name.asText()));
      value.properties().forEach(f -> field(f.getKey(), f.getValue(), schema, where));
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      value(value.get(i), schema.path("items"), where + "[" + i + "]");
    }
  }

  private void field(String name, JsonNode value, JsonNode schema, String where) {
    JsonNode rest = schema.path("additionalProperties");
    if (schema.path("properties").has(name)) {
      value(value, schema.path("properties").path(name), where + "." + name);
    } else if (rest.isObject()) {
      value(value, rest, where + "." + name);
    } else {
      require(
          rest.asBoolean() || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(),
          where + "." + name + ": unknown");
    }
  }

  private static boolean isOfType(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      default -> true;
    };
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode candidate : values) {
      if (candidate.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private void require(boolean holds, String error) {
    if (!holds) {
      errors.add(error);
    }
  }
}
