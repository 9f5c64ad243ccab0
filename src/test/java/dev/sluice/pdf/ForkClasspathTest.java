package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkClasspathTest {

  @Test
  void namesTheJarsOfPdfBoxAndItsImagesAndNothingOfSpringButItsLogging() {
    List<String> launch = ForkClasspath.with().launch("some.Main");

    assertThat(launch).hasSize(3).startsWith("-cp").endsWith("some.Main");
    assertThat(launch.get(1).split(File.pathSeparator))
        .hasSizeLessThanOrEqualTo(9)
        .anyMatch(path -> path.endsWith("classes"))
        .anyMatch(path -> path.matches(".*/pdfbox-[0-9.]+jar"))
        .anyMatch(path -> path.matches(".*/pdfbox-io-[0-9.]+jar"))
        .anyMatch(path -> path.matches(".*/fontbox-[0-9.]+jar"))
        .anyMatch(path -> path.matches(".*/jbig2-imageio-[0-9.]+jar"))
        .anyMatch(path -> path.matches(".*/bcprov-.+jar"))
        .anyMatch(path -> path.matches(".*/bcpkix-.+jar"))
        .noneMatch(path -> path.contains("spring-core"));
  }

  @Test
  void readsPathsWithSpaces() {
    assertThat(ForkClasspath.of("file:/my%20app/classes/").launch("some.Main"))
        .containsExactly("-cp", "/my app/classes", "some.Main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pr%C3%BCfung%20%C4%B1", "Prüfung%20ı"})
  void readsPathsWithLettersBeyondAscii(String folder) {
    assertThat(ForkClasspath.of("file:/" + folder + "/classes/").launch("some.Main"))
        .containsExactly("-cp", "/Prüfung ı/classes", "some.Main");
    assertThat(
            ForkClasspath.of("jar:nested:/" + folder + "/sluice.jar/!BOOT-INF/classes/!/")
                .launch("some.Main"))
        .contains("/Prüfung ı/sluice.jar");
  }

  @Test
  void launchesFromAFatJarByItsLauncher() {
    // Given
    ForkClasspath classpath =
        ForkClasspath.of(
            "jar:nested:/my%20app/sluice.jar/!BOOT-INF/classes/!/",
            "jar:nested:/my%20app/sluice.jar/!BOOT-INF/lib/pdfbox-3.0.8.jar!/");

    // When, then
    assertThat(classpath.launch("some.Main"))
        .containsExactly(
            "-Dloader.main=some.Main",
            "-cp",
            "/my app/sluice.jar",
            "org.springframework.boot.loader.launch.PropertiesLauncher");
  }
}
