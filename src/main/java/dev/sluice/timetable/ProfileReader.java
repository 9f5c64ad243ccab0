package dev.sluice.timetable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a profile's file, and names file and key when something is wrong. Exceptions have no cause,
 * so that nothing less clear is shown in their place.
 */
final class ProfileReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final ObjectMapper yaml =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** Throws {@link IllegalArgumentException}. */
  Profile read(String file, InputStream in) {
    String name = nameOf(file);
    try {
      if (!(yaml.readTree(in) instanceof ObjectNode tree)) {
        throw new IllegalArgumentException(file + ": holds no keys");
      }
      if (tree.has("name")) {
        throw new IllegalArgumentException(file + ": name is that of the file");
      }
      return yaml.treeToValue(tree.put("name", name), Profile.class);
    } catch (JsonMappingException wrong) {
      throw new IllegalArgumentException(file + ": " + explained(wrong));
    } catch (JsonProcessingException noYaml) {
      throw new IllegalArgumentException(file + ": " + noYaml.getOriginalMessage());
    } catch (IOException gone) {
      throw new IllegalArgumentException(file + " cannot be read", gone);
    }
  }

  private static String nameOf(String file) {
    String name = file.replaceFirst("\\.[^.]*$", "");
    if (!NAME.matcher(name).matches() || name.equals("auto") || name.equals("none")) {
      throw new IllegalArgumentException(file + ": \"" + name + "\" cannot be a profile's name");
    }
    return name;
  }

  private static String explained(JsonMappingException wrong) {
    String key =
        wrong.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    if (wrong.getCause() instanceof IllegalArgumentException rule) {
      return (key.isEmpty() ? "" : key + ".") + rule.getMessage();
    }
    String message = wrong.getOriginalMessage();
    return key.isEmpty() ? message : key + ": " + message;
  }
}
