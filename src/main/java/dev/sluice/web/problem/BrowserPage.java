package dev.sluice.web.problem;

import dev.sluice.model.failure.FailureCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A page in place of a problem, for a person who opened an address in a browser. It says nothing of
 * the request, so that no address can put words into its mouth.
 */
record BrowserPage(String language, String title, String what, String advice, String link) {

  /** The styles and the icon of this server's pages, and nothing else. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String HTML =
      """
      <!doctype html>
      <html lang="%s">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s – Sluice</title>
        <link rel="icon" href="/app/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/app/app.css">
      </head>
      <body>
        <main class="login">
          <h1>%s</h1>
          <p>%s</p>
          <p>%s</p>
          <p><a href="/app/">%s</a></p>
        </main>
      </body>
      </html>
      """;

  private static final Map<FailureCode, BrowserPage> ENGLISH =
      Map.of(
          FailureCode.NOT_FOUND,
              new BrowserPage(
                  "en",
                  "There is no page here",
                  "The address is mistyped, or what was here is gone.",
                  "Check the address, or begin at the start page.",
                  "To the start page"),
          FailureCode.UNAUTHORIZED,
              new BrowserPage(
                  "en",
                  "You are not logged in",
                  "This address shows something to people who are logged in only.",
                  "Log in, then open the address again.",
                  "To the login"),
          FailureCode.FORBIDDEN,
              new BrowserPage(
                  "en",
                  "This is not open to you",
                  "You are logged in, but your role does not allow this.",
                  "Ask whoever runs this server, or log in as somebody who may.",
                  "To the start page"));

  private static final Map<FailureCode, BrowserPage> GERMAN =
      Map.of(
          FailureCode.NOT_FOUND,
              new BrowserPage(
                  "de",
                  "Hier ist keine Seite",
                  "Die Adresse ist vertippt, oder was hier war, gibt es nicht mehr.",
                  "Prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.",
                  "Zur Startseite"),
          FailureCode.UNAUTHORIZED,
              new BrowserPage(
                  "de",
                  "Sie sind nicht angemeldet",
                  "Diese Adresse zeigt nur angemeldeten Personen etwas.",
                  "Melden Sie sich an, und öffnen Sie die Adresse dann noch einmal.",
                  "Zur Anmeldung"),
          FailureCode.FORBIDDEN,
              new BrowserPage(
                  "de",
                  "Das steht Ihnen nicht offen",
                  "Sie sind angemeldet, aber Ihre Rolle erlaubt das nicht.",
                  "Fragen Sie, wer diesen Server betreibt, oder melden Sie sich anders an.",
                  "Zur Startseite"));

  /** The page for a failure; empty if there is none, or no browser asks. */
  static Optional<BrowserPage> of(HttpServletRequest request, FailureCode code) {
    return isWanted(request)
        ? Optional.ofNullable((isGerman(request) ? GERMAN : ENGLISH).get(code))
        : Optional.empty();
  }

  /** Whether a person opens an address: no script, and a page is liked no less than JSON. */
  static boolean isWanted(HttpServletRequest request) {
    List<MediaType> accepted = accepted(request);
    double html = quality(accepted, "text", "html");
    return List.of("GET", "HEAD").contains(request.getMethod())
        && request.getHeader("X-Requested-With") == null
        && html > 0
        && html >= quality(accepted, "application", "json");
  }

  /** Writes its headers; the body is {@link #html}. */
  void announce(HttpServletResponse response) {
    response.setContentType("text/html;charset=utf-8");
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("Content-Language", language);
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  byte[] html() {
    return HTML.formatted(language, title, title, what, advice, link)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isGerman(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
        && request.getLocale().getLanguage().equals("de");
  }

  private static double quality(List<MediaType> accepted, String type, String subtype) {
    return accepted.stream()
        .filter(
            each ->
                each.getType().equals(type)
                    && (each.getSubtype().equals(subtype)
                        || each.getSubtype().endsWith("+" + subtype)))
        .mapToDouble(MediaType::getQualityValue)
        .max()
        .orElse(0);
  }

  private static List<MediaType> accepted(HttpServletRequest request) {
    try {
      String accept = request.getHeader(HttpHeaders.ACCEPT);
      return accept == null ? List.of() : MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException nonsense) {
      return List.of();
    }
  }
}
