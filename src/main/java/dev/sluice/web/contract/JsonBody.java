package dev.sluice.web.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the JSON object that is the body of a request. What no call has a meaning for is refused
 * here: anything but an object, a null in a list, a field that is not known, and the character
 * U+0000, which the database cannot store.
 */
@Component
public class JsonBody {

  /** Largest body of most calls, in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  private final ObjectMapper json;

  /** Reads by this mapper. */
  public JsonBody(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The body as a value; throws {@link FailureException} that says what is wrong.
   *
   * @param shape the fields that it may have, for the caller
   */
  public <T> T read(HttpServletRequest http, Class<T> type, String shape) throws IOException {
    return read(http, type, shape, MAX_BYTES);
  }

  /** The same of a body of up to this many bytes. */
  public <T> T read(HttpServletRequest http, Class<T> type, String shape, int maxBytes)
      throws IOException {
    return read(http.getInputStream().readNBytes(maxBytes + 1), type, shape, maxBytes);
  }

  /** The same where a call may come without a body. */
  public <T> Optional<T> readOptional(HttpServletRequest http, Class<T> type, String shape)
      throws IOException {
    byte[] body = http.getInputStream().readNBytes(MAX_BYTES + 1);
    return body.length == 0 ? Optional.empty() : Optional.of(read(body, type, shape));
  }

  /** The same of a body that was read already. */
  public <T> T read(byte[] body, Class<T> type, String shape) {
    return read(body, type, shape, MAX_BYTES);
  }

  private <T> T read(byte[] body, Class<T> type, String shape, int maxBytes) {
    if (body.length > maxBytes) {
      throw refused("The body must have at most " + maxBytes + " bytes.", null);
    }
    try {
      JsonNode tree = json.readTree(body);
      if (!tree.isObject() || !isAcceptable(tree)) {
        throw refused(mustBe(shape), null);
      }
      return json.readerFor(type)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(tree);
    } catch (UnrecognizedPropertyException e) {
      throw refused("There is no field " + e.getPropertyName() + ".", e);
    } catch (JsonMappingException e) {
      throw refused(mustBe(shape) + at(e), e);
    } catch (IOException e) {
      throw refused(mustBe(shape), e);
    }
  }

  private static boolean isAcceptable(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue().indexOf('\0') < 0;
    }
    for (JsonNode child : node) {
      if (node.isArray() && child.isNull() || !isAcceptable(child)) {
        return false;
      }
    }
    return true;
  }

  private static String mustBe(String shape) {
    return "The body must be JSON: " + shape + ".";
  }

  private static String at(JsonMappingException e) {
    return e.getPath().isEmpty() || e.getPath().get(0).getFieldName() == null
        ? ""
        : " This is not so at " + e.getPath().get(0).getFieldName() + ".";
  }

  private static FailureException refused(String detail, Throwable cause) {
    return new FailureException(FailureCode.BAD_REQUEST, detail, cause);
  }
}
