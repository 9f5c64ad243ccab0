package dev.sluice.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a.pdf", "Übergröße 資料.pdf", "a b", "~", "$1.pdf", "[a] {b} 'c' \"d\" #%&+:;"})
  void mostNamesAreUsable(String name) {
    assertThat(RemoteName.isUsable(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "..",
        "a/b",
        "../a",
        "a\\b",
        "*",
        "a?",
        "a\nb",
        "a\u0000b",
        "a\u009bb",
        "\uFFFD.pdf",
        "${file:name}",
        "a$simple{b}"
      })
  void namesThatCouldMeanAnotherFileAreNot(String name) {
    assertThat(RemoteName.isUsable(name)).isFalse();
  }
}
