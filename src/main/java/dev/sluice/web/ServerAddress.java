package dev.sluice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where others find this server: as configured, else at the address at which it was called. What a
 * caller writes into Host or X-Forwarded-Host never counts, as a link outlives the call.
 */
@Component
public class ServerAddress {

  private final Settings settings;
  private final boolean tls;

  ServerAddress(Settings settings, @Value("${server.ssl.bundle:}") String tls) {
    this.settings = settings;
    this.tls = !tls.isEmpty();
  }

  /** A link to a path, for somebody else than the caller of this request. */
  public URI link(HttpServletRequest request, String path) {
    return settings.publicUrl().isEmpty()
        ? own(request, path)
        : URI.create(settings.publicUrl() + path);
  }

  /** Whether it is configured, so that links lead here from anywhere. */
  public boolean isPublic() {
    return !settings.publicUrl().isEmpty();
  }

  private URI own(HttpServletRequest request, String path) {
    try {
      return new URI(
          tls ? "https" : "http",
          null,
          request.getLocalAddr(),
          request.getLocalPort(),
          path,
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no address of this server", e);
    }
  }

  /**
   * How others find this server.
   *
   * @param publicUrl without a slash at its end; empty if it is not configured
   */
  @ConfigurationProperties("sluice")
  record Settings(String publicUrl) {

    Settings {
      publicUrl = publicUrl == null ? "" : publicUrl.strip().replaceAll("/+$", "");
      if (!publicUrl.isEmpty() && !isBase(publicUrl)) {
        throw new IllegalArgumentException(
            "sluice.public-url (SLUICE_PUBLIC_URL) must be like https://sluice.example.org,"
                + " but is "
                + publicUrl);
      }
    }

    private static boolean isBase(String url) {
      try {
        URI uri = new URI(url);
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
            && uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
      } catch (URISyntaxException none) {
        return false;
      }
    }
  }
}
