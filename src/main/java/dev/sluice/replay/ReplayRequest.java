package dev.sluice.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.util.List;

/**
 * The body of a request for a replay.
 *
 * @param dryRun required, so that it is not forgotten
 * @param all says that criteria which narrow nothing are meant
 */
record ReplayRequest(
    List<String> ids,
    List<String> codes,
    List<String> states,
    String owner,
    String from,
    String to,
    String parserVersion,
    boolean all,
    Boolean dryRun,
    Integer perSecond,
    String lane) {

  /** Largest body of a request, in bytes. */
  static final int MAX_BYTES = 64 * 1024;

  private static final String NOT_JSON =
      "The body must be JSON, of at most " + MAX_BYTES + " bytes.";

  /** Reads it; throws {@link FailureException} that names what is wrong or unknown. */
  static ReplayRequest read(byte[] body, ObjectMapper json) {
    if (body.length > MAX_BYTES) {
      throw refused(NOT_JSON, null);
    }
    try {
      ReplayRequest request =
          json.readerFor(ReplayRequest.class)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(body);
      return checked(request);
    } catch (UnrecognizedPropertyException e) {
      throw refused("There is no field " + e.getPropertyName() + ".", e);
    } catch (JsonMappingException e) {
      throw refused("The body is not as the contract says" + at(e) + ".", e);
    } catch (IOException e) {
      throw refused(NOT_JSON, e);
    }
  }

  DeadLetterCriteria criteria() {
    return new DeadLetterCriteria(ids, codes, states, owner, from, to, parserVersion);
  }

  private static ReplayRequest checked(ReplayRequest request) {
    if (request == null || request.dryRun() == null) {
      throw refused("dryRun must be true (count only) or false (do it).", null);
    }
    return request;
  }

  private static String at(JsonMappingException e) {
    return e.getPath().isEmpty() ? "" : " at " + e.getPath().get(0).getFieldName();
  }

  private static FailureException refused(String detail, Throwable cause) {
    return new FailureException(FailureCode.BAD_REQUEST, detail, cause);
  }
}
