package dev.sluice.notify;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Checks the form of a webhook's URL. The address behind it is checked at each call, by {@link
 * GuardedResolver}.
 */
final class WebhookUrl {

  private static final int LONGEST = 2000;
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  private final WebhookSettings settings;

  WebhookUrl(WebhookSettings settings) {
    this.settings = settings;
  }

  /** The URL, if it may be called; throws {@link FailureException} that says what is wrong. */
  URI checked(String text) {
    URI url = parse(text);
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    require(
        scheme.equals("https") || (scheme.equals("http") && settings.allowHttp()),
        settings.allowHttp() ? "url must begin with https or http." : "url must begin with https.");
    require(url.getHost() != null, "url must name a host.");
    require(url.getRawUserInfo() == null, "url may hold no user and password.");
    require(url.getRawFragment() == null, "url may have no fragment.");
    require(isUsualPort(url.getPort(), scheme), "url may name the usual port, or one from 1024.");
    require(
        settings.allowPrivate() || !isPlainlyPrivate(url.getHost()),
        "url must lead to a public address.");
    return url;
  }

  private static URI parse(String text) {
    require(
        text != null && text.length() <= LONGEST, "url must be set, with up to 2000 characters.");
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new FailureException(FailureCode.WEBHOOK_URL_REFUSED, "url is none.", e);
    }
  }

  private static boolean isUsualPort(int port, String scheme) {
    return port == -1
        || port == (scheme.equals("https") ? 443 : 80)
        || (port >= FIRST_UNPRIVILEGED_PORT && port <= 65_535);
  }

  /** Judges the text alone, without a lookup; a name is looked up when it is called. */
  private static boolean isPlainlyPrivate(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    if (!InetAddressUtils.isIPv4(host) && !host.startsWith("[")) {
      return false;
    }
    try {
      return !PublicAddress.is(InetAddress.getByName(host));
    } catch (UnknownHostException noAddress) {
      return true;
    }
  }

  private static void require(boolean fulfilled, String rule) {
    if (!fulfilled) {
      throw new FailureException(FailureCode.WEBHOOK_URL_REFUSED, rule);
    }
  }
}
