package dev.sluice.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LoopbackPeerTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1"})
  void whoeverSitsAtThisMachineIsKnownByItsAddress(String address) {
    request.setRemoteAddr(address);

    assertThat(LoopbackPeer.sent(request)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "10.0.0.1", "2001:db8::1", "::ffff:192.0.2.1"})
  void othersDoNot(String address) {
    request.setRemoteAddr(address);

    assertThat(LoopbackPeer.sent(request)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
  void whatAProxyOnThisMachinePassesOnComesFromElsewhere(String header) {
    request.setRemoteAddr("127.0.0.1");
    request.addHeader(header, "127.0.0.1");

    assertThat(LoopbackPeer.sent(request)).isFalse();
  }

  @Test
  void theAddressThatAFilterTookFromAHeaderDoesNotCount() {
    request.setRemoteAddr("192.0.2.1");
    HttpServletRequestWrapper claimed =
        new HttpServletRequestWrapper(request) {
          @Override
          public String getRemoteAddr() {
            return "127.0.0.1";
          }
        };

    assertThat(LoopbackPeer.sent(claimed)).isFalse();
  }
}
