package dev.sluice.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

  private final WebhookUrl strict = new WebhookUrl(WebhookSettingsTest.strict());
  private final WebhookUrl lenient = new WebhookUrl(WebhookSettingsTest.lenient());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "HTTPS://example.com/hook?token=a%20b",
        "https://example.com:443/",
        "https://example.com:8443/",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]/"
      })
  void aPublicUrlWithTlsIsTaken(String url) {
    assertThat(strict.checked(url)).hasToString(url);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "example.com",
        "//example.com/",
        "https:example.com",
        "https:///path",
        "https://",
        "http://example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "https://user@example.com/",
        "https://user:password@example.com/",
        "https://example.com/#fragment",
        "https://example.com:80/",
        "https://example.com:22/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://exa mple.com/",
        "https://example.com/\r\nX-Injected: 1",
        "https://localhost/",
        "https://a.LocalHost/",
        "https://127.0.0.1:8443/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fe80::1%25eth0]/"
      })
  void anyOtherIsRefused(String url) {
    assertThatThrownBy(() -> strict.checked(url))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.WEBHOOK_URL_REFUSED));
  }

  @Test
  void anOverlongUrlIsRefused() {
    assertThatThrownBy(() -> strict.checked("https://example.com/" + "x".repeat(2000)))
        .isInstanceOf(FailureException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8080/", "http://10.0.0.1/", "http://[::1]:8080/", "https://a/"})
  void settingsMayAllowPrivateAddressesAndPlainHttp(String url) {
    assertThat(lenient.checked(url)).hasToString(url);
  }
}
