package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

class ServerTlsTest {

  @TempDir Path folder;

  private final StandardEnvironment environment = new StandardEnvironment();
  private Path certificate;
  private Path key;

  @BeforeEach
  void issue() throws Exception {
    certificate = folder.resolve("certificate.pem");
    key = folder.resolve("key.pem");
    new TestAuthority("own").issue().write(certificate, key);
  }

  @Test
  void bothPortsUseTheCertificate() {
    prepare(certificate.toString(), key.toString());

    assertThat(environment.getProperty("server.ssl.bundle")).isEqualTo("sluice");
    assertThat(environment.getProperty("management.server.ssl.bundle")).isEqualTo("sluice");
  }

  @Test
  void theFilesMayLieInAFolderOfAnyName() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("für uns, 100% #1"));
    Path moved = Files.copy(certificate, odd.resolve("certificate.pem"));

    prepare(moved.toString(), key.toString());

    String found = environment.getProperty("spring.ssl.bundle.pem.sluice.keystore.certificate");
    assertThat(new DefaultResourceLoader().getResource(found).getContentAsByteArray())
        .isEqualTo(Files.readAllBytes(moved));
  }

  @Test
  void withoutACertificateNothingIsSet() {
    prepare("", "");

    assertThat(environment.getProperty("server.ssl.bundle")).isNull();
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithItsKey() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.pem"));

    assertRefused("sluice.tls.key must be", certificate, Path.of(""));
    assertRefused("sluice.tls.key must be", certificate, empty);
    assertRefused("sluice.tls.key must be", certificate, certificate);
    assertRefused("sluice.tls.certificate must be", Path.of(""), key);
    assertRefused("sluice.tls.certificate must be", folder.resolve("missing.pem"), key);
    assertRefused("sluice.tls.certificate must be", key, key);
  }

  private void assertRefused(String words, Path certificateFile, Path keyFile) {
    assertThatThrownBy(() -> prepare(certificateFile.toString(), keyFile.toString()))
        .isInstanceOf(StartupFailure.class)
        .hasMessageStartingWith(words)
        .hasMessageEndingWith("docs/tls.md.");
  }

  private void prepare(String certificateFile, String keyFile) {
    Map<String, Object> settings =
        Map.of("sluice.tls.certificate", certificateFile, "sluice.tls.key", keyFile);
    environment.getPropertySources().remove("settings");
    environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
    new ServerTls()
        .onApplicationEvent(
            new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(),
                new SpringApplication(),
                new String[0],
                environment));
  }
}
