package dev.sluice.it.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.web.Contract.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Draws calls of the API: some as the contract has them, most a little beside it. */
final class RandomCalls {

  /** One call; a null body is none. */
  record Call(
      Operation operation,
      String path,
      Map<String, String> headers,
      String mediaType,
      byte[] body) {

    @Override
    public String toString() {
      return operation.method()
          + " "
          + path
          + " "
          + headers
          + " "
          + mediaType
          + (body == null ? "" : " " + new String(body, StandardCharsets.ISO_8859_1));
    }
  }

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e9",
          "2147483648",
          "99999999999999999999",
          "null",
          "true",
          "NaN",
          "%",
          "'",
          "\"; DROP TABLE document; --",
          "../../etc/passwd",
          "{{sluice.ops.password}}",
          "${jndi:ldap://127.0.0.1/a}",
          "\u0000",
          "\u0001",
          "ÅÄÖ ß İı 文書 🙂",
          "\ud800",
          "-1000000000-01-01T00:00:00Z",
          "+999999999-12-31",
          "2026-02-30",
          "a".repeat(3_000));

  private static final List<String> JSON =
      List.of(
          "null", "[]", "{}", "1", "\"a\"", "{", "[null]", "{\"a\":{\"b\":[[[]]]}}", "\ufeff{}");

  private final Contract contract;
  private final List<Operation> operations;
  private final List<String> ids;
  private final Random random;

  /**
   * Draws from these.
   *
   * @param ids of documents that there are
   */
  RandomCalls(Contract contract, List<Operation> operations, List<String> ids, long seed) {
    this.contract = contract;
    this.operations = operations;
    this.ids = ids;
    this.random = new Random(seed);
  }

  Call next() {
    Operation operation = oneOf(operations);
    Map<String, String> query = new LinkedHashMap<>();
    Map<String, String> headers = new LinkedHashMap<>();
    String path = operation.path();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      String in = parameter.path("in").asText();
      String value = value(parameter.path("schema"), name);
      if (in.equals("path")) {
        path = path.replace("{" + name + "}", value.isEmpty() ? "x" : encoded(value));
      } else if (chance(parameter.path("required").asBoolean() ? 0.95 : 0.4)) {
        (in.equals("query") ? query : headers).put(name, value);
      }
    }
    if (chance(0.1)) {
      query.put(oneOf(ODD), oneOf(ODD));
    }
    headers.replaceAll((name, value) -> value.replaceAll("[^\\x20-\\x7e]", "?"));
    if (chance(0.1)) {
      headers.put("Accept", oneOf(List.of("text/csv", "image/png", "*/*", "nonsense", "a/b;q=x")));
    }
    return withBody(operation, "/api/v1" + path + text(query), headers);
  }

  private Call withBody(Operation operation, String path, Map<String, String> headers) {
    List<String> types = new ArrayList<>();
    operation.bodies().fieldNames().forEachRemaining(types::add);
    if (types.isEmpty() || chance(0.05)) {
      return new Call(operation, path, headers, null, chance(0.1) ? bytes(oneOf(JSON)) : null);
    }
    String type = oneOf(types);
    JsonNode schema = operation.bodies().path(type).path("schema");
    byte[] body =
        type.contains("json")
            ? bytes(chance(0.3) ? oneOf(JSON) : json(contract.resolved(schema)))
            : chance(0.5) ? Pdfs.withText("drawn " + random.nextInt()) : bytes(oneOf(ODD));
    return new Call(
        operation, path, headers, chance(0.9) ? type : oneOf(List.of("a/b", "x")), body);
  }

  private String json(JsonNode schema) {
    return schema.path("properties").properties().stream()
        .filter(property -> chance(0.7))
        .map(property -> quoted(property.getKey()) + ":" + jsonValue(property))
        .collect(Collectors.joining(",", "{", chance(0.1) ? ",\"unknown\":1}" : "}"));
  }

  private String jsonValue(Map.Entry<String, JsonNode> property) {
    JsonNode schema = contract.resolved(property.getValue());
    if (property.getKey().equals("dryRun")) {
      return "true"; // documents of other tests are not this one's to begin again
    }
    if (chance(0.1)) {
      return oneOf(JSON.subList(0, 5));
    }
    String value = value(schema, property.getKey());
    return switch (schema.path("type").asText()) {
      case "array" -> "[" + quoted(value(contract.resolved(schema.path("items")), "")) + "]";
      case "boolean" -> String.valueOf(random.nextBoolean());
      case "integer" ->
          value.matches("-?\\d{1,18}") ? value.replaceFirst("^(-?)0+(?=\\d)", "$1") : "1";
      default -> quoted(value);
    };
  }

  private String value(JsonNode unresolved, String name) {
    JsonNode schema = contract.resolved(unresolved);
    if (chance(0.3)) {
      return oneOf(ODD);
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
    }
    if (schema.has("example")) {
      return schema.path("example").asText();
    }
    return switch (schema.path("type").asText() + schema.path("format").asText()) {
      case "stringuuid" -> chance(0.7) ? oneOf(ids) : UUID.randomUUID().toString();
      case "stringdate" -> "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
      case "stringdate-time" -> "2026-11-1" + random.nextInt(10) + "T00:00:00Z";
      case "integer", "integerint64", "integerint32" -> String.valueOf(random.nextInt(4));
      case "boolean" -> String.valueOf(random.nextBoolean());
      default -> name.equals("owner") ? "drawn-" + random.nextInt(5) : oneOf(List.of("a", "auto"));
    };
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String text(Map<String, String> query) {
    return query.isEmpty()
        ? ""
        : query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
