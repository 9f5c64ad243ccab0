package dev.sluice.web.access;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on keys, for ops. */
@Component
public class AccessApi {

  private final ApiKeys keys;
  private final JsonBody json;

  AccessApi(ApiKeys keys, JsonBody json) {
    this.keys = keys;
    this.json = json;
  }

  /** Makes a key from a body {@code {owner, role?, label?}}. */
  public ApiKey create(@Header("CamelHttpServletRequest") HttpServletRequest http)
      throws IOException {
    NewKey wanted = read(http);
    ApiKey key = keys.create(wanted.owner(), wanted.role(), wanted.label());
    AuditFilter.made(http, key.id());
    return key;
  }

  /** All keys without their secrets. */
  public Map<String, List<ApiKey>> list() {
    return Map.of("items", keys.list());
  }

  /** Revokes the key with this id. */
  public void revoke(@Header("id") String id) {
    if (!keys.revoke(parse(id))) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such key.");
    }
  }

  private NewKey read(HttpServletRequest http) throws IOException {
    return json.read(http, NewKey.class, "{owner, role?, label?}").checked();
  }

  private static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "A key's id is a UUID.", e);
    }
  }

  private record NewKey(String owner, Role role, String label) {

    NewKey checked() {
      OwnerName.checked(owner);
      if (label != null && label.length() > 200) {
        throw new FailureException(FailureCode.BAD_REQUEST, "label may have 200 characters.");
      }
      return new NewKey(owner, role == null ? Role.USER : role, label == null ? "" : label);
    }
  }
}
