package dev.sluice.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.web.access.SecretToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;

class SessionCookieTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final CookieValue value = new CookieValue(UUID.randomUUID(), SecretToken.create(""));
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void underTlsTheCookieIsSecureAndNoOtherHostCanSetIt() {
    request.setSecure(true);

    assertThat(SessionCookie.set(request, value, DAY))
        .startsWith("__Host-sluice=" + value.text() + "; Path=/; Max-Age=86400;")
        .contains("; Secure", "; HttpOnly", "; SameSite=Strict")
        .doesNotContain("Domain");
  }

  @Test
  void soItIsWhereATrustedProxyEndsTls() throws Exception {
    request.addHeader("X-Forwarded-Proto", "https");
    MockFilterChain chain = new MockFilterChain();

    new ForwardedHeaderFilter().doFilter(request, new MockHttpServletResponse(), chain);

    assertThat(SessionCookie.set((HttpServletRequest) chain.getRequest(), value, DAY))
        .startsWith("__Host-sluice=");
    assertThat(SessionCookie.set(request, value, DAY)).startsWith("sluice=");
  }

  @Test
  void withoutTlsItHasAnotherName() {
    assertThat(SessionCookie.set(request, value, DAY))
        .startsWith("sluice=" + value.text())
        .doesNotContain("Secure");
  }

  @Test
  void twoServersOnOneHostDoNotLogPeopleOutOfEachOther() {
    request.setServerPort(8080);
    String usual = SessionCookie.set(request, value, DAY);
    request.setServerPort(8082);
    String other = SessionCookie.set(request, value, DAY);
    request.setSecure(true);
    String underTls = SessionCookie.set(request, value, DAY);

    assertThat(usual).startsWith("sluice=");
    assertThat(other).startsWith("sluice-8082=");
    assertThat(underTls).startsWith("__Host-sluice-8082=");
    request.setCookies(
        new Cookie("__Host-sluice", "x"), new Cookie("__Host-sluice-8082", value.text()));
    assertThat(SessionCookie.read(request)).contains(value);
  }

  @Test
  void underTlsOnlyTheCookieThatIsSafeThereCounts() {
    request.setSecure(true);
    request.setCookies(new Cookie("JSESSIONID", "x"), new Cookie("sluice", value.text()));
    assertThat(SessionCookie.read(request)).isEmpty();

    request.setCookies(new Cookie("sluice", "x"), new Cookie("__Host-sluice", value.text()));
    assertThat(SessionCookie.read(request)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "01a2.secret", "00000000-0000-0000-0000-000000000000"})
  void whatCannotBeOursIsNotLookedUp(String text) {
    assertThat(CookieValue.parse(text)).isEmpty();
  }

  @Test
  void theTokenAndThePasswordsFormFollowFromTheSecretAndDoNotShowIt() {
    CookieValue other = new CookieValue(value.id(), SecretToken.create(""));

    assertThat(value.csrfToken())
        .isEqualTo(new CookieValue(UUID.randomUUID(), value.secret()).csrfToken())
        .isNotEqualTo(other.csrfToken())
        .doesNotContain(value.secret());
    assertThat(value.fingerprint("a password"))
        .isEqualTo(value.fingerprint("a password"))
        .isNotIn(value.fingerprint("another"), other.fingerprint("a password"), value.csrfToken());
    assertThat(value.toString()).doesNotContain(value.secret());
  }
}
