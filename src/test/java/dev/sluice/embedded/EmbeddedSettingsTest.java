package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.StartupFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbeddedSettingsTest {

  @Test
  void everythingHasADefault() {
    EmbeddedSettings settings = EmbeddedSettings.read("--unrelated=1");

    assertThat(settings.dataDir()).isAbsolute();
    assertThat(settings.api().number()).isEqualTo(8080);
    assertThat(settings.api().fixed()).isFalse();
  }

  @Test
  void theCommandLineDecides() {
    EmbeddedSettings settings =
        EmbeddedSettings.read(
            "--sluice.data-dir=some/where",
            "--server.port=18080",
            "--management.server.port=18081",
            "--sluice.embedded.kafka-port=0",
            "--sluice.api-key=slc_mine",
            "--sluice.ops.password=secret");

    assertThat(settings.dataDir()).isEqualTo(Path.of("some/where").toAbsolutePath());
    assertThat(settings.api()).isEqualTo(new PortChoice("SERVER_PORT", 18080, true));
    assertThat(settings.management().number()).isEqualTo(18081);
    assertThat(settings.kafka().resolve()).isPositive();
    assertThat(settings.apiKey()).contains("slc_mine");
    assertThat(settings.opsPassword()).contains("secret");
  }

  @Test
  void aNumberThatIsNoPortIsRefusedWithItsKey() {
    assertThatThrownBy(() -> EmbeddedSettings.read("--server.port=65536"))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("'65536' is not a port")
        .hasMessageContaining("SERVER_PORT");
  }

  @Test
  void aPreferredPortGivesWayAndAFixedOneDoesNot() throws Exception {
    // Given
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      // When, then
      assertThat(new PortChoice("KEY", port, false).resolve()).isPositive().isNotEqualTo(port);
      assertThatThrownBy(() -> new PortChoice("KEY", port, true).resolve())
          .hasMessage("port " + port + " is taken. Free it, or set another one in KEY.");
    }
  }
}
