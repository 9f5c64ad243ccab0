package dev.sluice.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNameTest {

  @Test
  void aNoteNeverHasALongerNameThanFilesMayHave() {
    assertThat(RemoteName.marked("a.pdf", "", ".json")).isEqualTo("a.pdf.json");
    assertThat(RemoteName.marked("資".repeat(85), "", ".receipt.json"))
        .isEqualTo("資".repeat(80) + ".receipt.json");
  }

  @Test
  void aMarkIsKeptHoweverLongTheNameIs() {
    String longest = "x".repeat(251) + ".pdf";

    assertThat(RemoteName.marked(longest, "", "")).isEqualTo(longest);
    assertThat(RemoteName.marked(longest, "~1", ".json")).hasSize(254).endsWith("~1.json");
    assertThat(RemoteName.marked("a.pdf", "~1", ".json")).isEqualTo("a~1.pdf.json");
  }

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
