package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SluiceApplicationIT {

  @TempDir Path home;

  @Test
  void bad_configuration_ends_the_process_with_one_line() throws Exception {
    // Given
    Path errors = home.resolve("errors");
    Path output = home.resolve("output");

    // When
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SluiceApplication.class.getName(),
                "--server.port=many")
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile())
            .start();

    // Then
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(errors)).startsWith("Sluice cannot start: ").hasLineCount(1);
    assertThat(Files.readString(output)).doesNotContain("\tat ");
  }
}
