package dev.sluice.it;

import dev.sluice.it.ApiClient.Answer;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Asks as a page in a browser does: with the session's cookie, and the token if it has one. */
public final class Browser {

  private final ApiClient api;
  private String name;
  private String cookie;
  private String token;

  public Browser(String address) {
    this.api = new ApiClient(address, null);
  }

  /** Logs in by a JSON body, and keeps what comes. */
  public Answer logIn(String json) {
    Answer answer = ask("POST", "/api/v1/session", json, "Content-Type", "application/json");
    if (answer.status() == 201) {
      HttpCookie set = HttpCookie.parse(answer.header("Set-Cookie")).get(0);
      name = set.getName();
      cookie = set.getValue();
      token = answer.text("csrfToken");
    }
    return answer;
  }

  public Answer get(String path, String... headers) {
    return ask("GET", path, "", headers);
  }

  /** Changes something, with the session's token. */
  public Answer change(String method, String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("X-CSRF-Token", token));
    return ask(method, path, body, all.toArray(String[]::new));
  }

  /** Sends what another site makes a browser send: the cookie without the token. */
  public Answer ask(String method, String path, String body, String... headers) {
    HttpRequest.Builder request = api.request(path).method(method, BodyPublishers.ofString(body));
    if (cookie != null) {
      request.header("Cookie", "other=1; " + name + "=" + cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return api.send(request);
  }

  /** What the cookie holds. */
  public String cookie() {
    return cookie;
  }
}
