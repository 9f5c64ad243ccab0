package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.OutsidePdf;
import dev.sluice.model.document.PageText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a PDF refers to outside of itself is never opened, even apart from the sandbox's
 * restrictions.
 */
class OutsideReferencesTest {

  @TempDir private Path folder;

  @Test
  void neitherAServerNorAFileIsAskedForAnything() throws IOException {
    // Given
    Path secret = Files.writeString(folder.resolve("secret.txt"), "BT (the secret) Tj ET");
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(1);
      String address = "http://127.0.0.1:" + server.getLocalPort();
      Path pdf = file(folder, OutsidePdf.pointingTo(address, secret));

      // When: without a sandbox, in which nothing could be reached anyway
      ParserSettings settings =
          TestParserSettings.ofOneFork().withSandbox(SandboxMode.OFF).in(folder.resolve("work"));
      try (PdfParser parser = TestParsers.start(settings)) {
        ParseOutcome outcome = parser.parse(pdf);
        Rendering rendering = parser.render(pdf, 1, 300, Duration.ofSeconds(60));

        // Then
        assertThat(pagesOf(outcome))
            .singleElement()
            .extracting(PageText::text)
            .asString()
            .contains("Harmless")
            .doesNotContain("secret");
        assertThat(rendering).isInstanceOf(Rendering.Image.class);
        assertThat(wasContacted(server)).isFalse();
      }
    }
  }

  private static boolean wasContacted(ServerSocket server) throws IOException {
    try {
      server.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }
}
