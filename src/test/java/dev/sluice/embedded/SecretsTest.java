package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void areMadeOnceAndOnlyTheOwnerCanReadThem() throws Exception {
    // When
    Secrets first = Secrets.keptIn(file());
    Secrets second = Secrets.keptIn(file());

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(first.apiKey()).matches("slc_[A-Za-z0-9_-]{43}");
    assertThat(first.opsPassword()).matches("[a-z2-7]{20}");
    assertThat(first).hasToString("Secrets[..]");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void thatArePresetAreUsedButNotKept() throws Exception {
    // Given
    EmbeddedSettings any = EmbeddedSettings.in(folder);
    EmbeddedSettings preset =
        new EmbeddedSettings(
            any.dataDir(),
            any.kafka(),
            any.postgres(),
            any.s3(),
            any.sftp(),
            any.api(),
            any.management(),
            Optional.of("slc_mine"),
            Optional.of("opensesame"));

    // When
    Secrets secrets = Secrets.keptIn(file()).overriddenBy(preset);

    // Then
    assertThat(secrets.apiKey()).isEqualTo("slc_mine");
    assertThat(secrets.opsPassword()).isEqualTo("opensesame");
    assertThat(Files.readString(file())).doesNotContain("slc_mine", "opensesame");
  }

  @Test
  void thatAreMissingInAnOlderFileAreAdded() throws Exception {
    // Given
    Files.writeString(file(), "apiKey=slc_old\n");

    // When
    Secrets secrets = Secrets.keptIn(file());

    // Then
    assertThat(secrets.apiKey()).isEqualTo("slc_old");
    assertThat(secrets.s3SecretKey()).isEqualTo(Secrets.keptIn(file()).s3SecretKey()).isNotEmpty();
  }

  private Path file() {
    return folder.resolve("secrets.properties");
  }
}
