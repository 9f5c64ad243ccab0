package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ServerAddressTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @ParameterizedTest
  @CsvSource({
    "https://sluice.example.org, https://sluice.example.org/a.ics",
    "https://sluice.example.org:8443/, https://sluice.example.org:8443/a.ics",
    "http://example.org/sluice/, http://example.org/sluice/a.ics"
  })
  void aLinkBeginsWithThePublicUrl(String configured, String link) {
    assertThat(address(configured, "").link(request, "/a.ics")).hasToString(link);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 192.0.2.1, http://192.0.2.1:8080/a.ics",
    "sluice, 192.0.2.1, https://192.0.2.1:8080/a.ics",
    "'', 0:0:0:0:0:0:0:1, http://[0:0:0:0:0:0:0:1]:8080/a.ics"
  })
  void withoutOneItIsWhereTheServerWasCalledWhateverTheCallerSays(
      String tls, String local, String link) {
    // Given
    request.setLocalAddr(local);
    request.setLocalPort(8080);
    request.setServerName("evil.example");
    request.addHeader("X-Forwarded-Host", "evil.example");

    // Then
    assertThat(address(null, tls).link(request, "/a.ics")).hasToString(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sluice.example.org",
        "ftp://sluice.example.org",
        "https://",
        "https://a b",
        "https://me@sluice.example.org",
        "https://sluice.example.org?x",
        "https://sluice.example.org#x"
      })
  void whatIsNoBaseOfLinksIsRefusedByTheNameOfItsVariable(String configured) {
    assertThatThrownBy(() -> address(configured, "")).hasMessageContaining("SLUICE_PUBLIC_URL");
  }

  private static ServerAddress address(String configured, String tls) {
    return new ServerAddress(new ServerAddress.Settings(configured), tls);
  }

  @Test
  void anEmptyOneIsNone() {
    assertThat(new ServerAddress.Settings(" ").publicUrl()).isEmpty();
  }
}
