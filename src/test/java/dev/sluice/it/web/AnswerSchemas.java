package dev.sluice.it.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds answers to the contract's schemas, and to no fields but those. */
final class AnswerSchemas {

  private final ObjectMapper json = new ObjectMapper();
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(
          VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
  private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();
  private final JsonNode components;

  /** Takes what schemas refer to. */
  AnswerSchemas(JsonNode components) {
    this.components = components.deepCopy();
    this.components.path("schemas").forEach(this::putTogether);
    this.components.path("schemas").forEach(schema -> forbidOtherFields(schema));
  }

  /** What of the body is not as the schema says. */
  List<String> faults(JsonNode schema, String body) {
    try {
      return schemas.computeIfAbsent(schema, this::compiled).validate(json.readTree(body)).stream()
          .map(Object::toString)
          .toList();
    } catch (JsonProcessingException noJson) {
      return List.of(noJson.getOriginalMessage());
    }
  }

  private JsonSchema compiled(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    forbidOtherFields(whole);
    whole.set("components", components);
    return factory.getSchema(whole);
  }

  /** What is put together of several schemas has the fields of all of them, and no others. */
  private void putTogether(JsonNode schema) {
    for (JsonNode part : schema.path("allOf")) {
      JsonNode fields =
          part.has("$ref") ? components.at(part.path("$ref").asText().substring(12)) : part;
      ((ObjectNode) schema)
          .withObjectProperty("properties")
          .setAll((ObjectNode) fields.path("properties").deepCopy());
    }
    if (schema.has("properties")) {
      ((ObjectNode) schema).remove("allOf");
    }
  }

  private static void forbidOtherFields(JsonNode schema) {
    if (schema.has("allOf")) {
      return;
    }
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.path("properties").forEach(AnswerSchemas::forbidOtherFields);
    forbidIn(schema.path("items"));
    forbidIn(schema.path("additionalProperties"));
  }

  private static void forbidIn(JsonNode schema) {
    if (schema.isObject()) {
      forbidOtherFields(schema);
    }
  }
}
