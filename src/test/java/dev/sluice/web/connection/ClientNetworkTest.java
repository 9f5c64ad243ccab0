package dev.sluice.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02::/64",
    "2001:db8:1:2:ffff::1, 20:01:0d:b8:00:01:00:02::/64"
  })
  void anAddressOfVersion6StandsForItsNetwork(String address, String network) throws Exception {
    assertThat(ClientNetwork.of(InetAddress.getByName(address))).isEqualTo(network);
    assertThat(ClientNetwork.of(address)).isEqualTo(network);
  }

  @Test
  void anAddressMayStandInBracketsAsProxiesWriteIt() {
    assertThat(ClientNetwork.of("[2001:db8:1:2::9]")).isEqualTo("20:01:0d:b8:00:01:00:02::/64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "999.1.1.1", "1.2.3", "1:2", "::g", "a.example:80"})
  void whatIsNoAddressIsLookedUpNowhere(String text) {
    assertThat(ClientNetwork.of(text)).isEqualTo("elsewhere");
  }
}
