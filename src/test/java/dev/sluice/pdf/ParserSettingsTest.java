package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ParserSettingsTest {

  @Test
  void defaultsThatDependOnTheMachineOrOnEachOtherFollowThem() {
    ParserSettings settings = bind(Map.of());

    assertThat(settings.forks()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.recycleAbove().bytes()).isEqualTo(settings.heap().bytes() * 3 / 2);
    assertThat(settings.ocr().pageTime())
        .isEqualTo(settings.silence().multipliedBy(3).dividedBy(4));
    assertThat(settings.workFolder())
        .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "sluice"));
  }

  @ParameterizedTest
  @CsvSource({
    "forks,-1",
    "forks,257",
    "heap,31MB",
    "total-time,0s",
    "silence,-1s",
    "document-time,59s",
    "document-forks,0",
    "max-pages,0",
    "max-characters,0",
    "max-glyphs-per-page,0",
    "max-decoded-per-page,0",
    "max-tables,-1",
    "ocr.language,../eng",
    "ocr.dots-per-inch,601",
    "ocr.page-time,20s",
    "ocr.document-time,0s",
    "recycle-after,0"
  })
  void nonsenseIsRefusedByItsKey(String key, String value) {
    assertThatThrownBy(() -> bind(Map.of("sluice.parser." + key, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("sluice.parser." + key + " must be");
  }

  private static ParserSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("sluice.parser", ParserSettings.class);
  }
}
