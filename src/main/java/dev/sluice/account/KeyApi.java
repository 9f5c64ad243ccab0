package dev.sluice.account;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.ApiKey;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.AuditFilter;
import dev.sluice.web.access.Caller;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on the caller's own keys. */
@Component
public class KeyApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  /** Good keys that an owner may have and still make another one. */
  static final int LIMIT = 20;

  private static final int LONGEST_LABEL = 200;

  private final ApiKeys keys;
  private final JsonBody json;

  KeyApi(ApiKeys keys, JsonBody json) {
    this.keys = keys;
    this.json = json;
  }

  /** Makes a key of the caller's from a body {@code {label}}; its role is user. */
  public ApiKey create(@Header(REQUEST) HttpServletRequest http) throws IOException {
    String label = json.read(http, NewKey.class, "{label}").checked();
    ApiKey key =
        keys.createWithin(LIMIT, Caller.of(http).owner(), label)
            .orElseThrow(
                () ->
                    new FailureException(
                        FailureCode.TOO_MANY_KEYS, "An owner may have " + LIMIT + " keys."));
    AuditFilter.made(http, key.id());
    return key;
  }

  /** The caller's keys that are good, without their secrets. */
  public Map<String, List<ApiKey>> list(@Header(REQUEST) HttpServletRequest http) {
    return Map.of("items", keys.listGood(Caller.of(http).owner()));
  }

  /** Revokes a key of the caller's, be it the one of this request. */
  public void revoke(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    if (!keys.revokeOf(Caller.of(http).owner(), parse(id))) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such key.");
    }
  }

  private static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "A key's id is a UUID.", e);
    }
  }

  private record NewKey(String label) {
    String checked() {
      if (label == null || label.isBlank() || label.length() > LONGEST_LABEL) {
        throw new FailureException(
            FailureCode.BAD_REQUEST, "label must have 1 to " + LONGEST_LABEL + " characters.");
      }
      return label.strip();
    }
  }
}
