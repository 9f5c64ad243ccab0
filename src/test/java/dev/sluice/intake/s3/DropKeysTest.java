package dev.sluice.intake.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropKeysTest {

  @Test
  void whatThisDoorPutsThereIsNoDrop() {
    DropKeys keys = keys("");

    assertThat(Stream.of("a.pdf", "done", "in/done/a.pdf", "a.json", "error.pdf"))
        .allMatch(keys::isDrop);
    assertThat(
            Stream.of(
                "done/a.pdf", "error/a.pdf", "a.receipt.json", "x/a.report.json", "folder/", "/"))
        .noneMatch(keys::isDrop);
  }

  @Test
  void aPrefixWithinAnotherIsNotListedTwice() {
    assertThat(keys("in/ada/", "in/", "out/", "in/").prefixes()).containsExactly("in/", "out/");
    assertThat(keys("in/", "").prefixes()).containsExactly("");
  }

  @Test
  void whatLiesBelowTheCommonFolderKeepsItsPath() {
    assertThat(keys("in/").done("in/2026/a.pdf", "")).isEqualTo("done/2026/a.pdf");
    assertThat(keys("").done("2026/a.pdf", "")).isEqualTo("done/2026/a.pdf");
    assertThat(keys("in").error("invoice.pdf", "")).isEqualTo("error/invoice.pdf");
    assertThat(keys("in/").receipt("in/a.pdf", "")).isEqualTo("done/a.pdf.receipt.json");
    assertThat(keys("in/").report("in/a.pdf", "")).isEqualTo("error/a.pdf.report.json");
  }

  @Test
  void whatSeveralOwnersDropNeverMeets() {
    DropKeys keys = keys("in/ada/", "in/abe/");

    assertThat(keys.done("in/ada/x.pdf", "")).isEqualTo("done/ada/x.pdf");
    assertThat(keys.done("in/abe/x.pdf", "")).isEqualTo("done/abe/x.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.pdf", "a/../../b.pdf", "//a.pdf", "./a b+c%2e.pdf", "\u0001\n"})
  void aKeyIsNeverAPath(String name) {
    assertThat(keys("in/").isDrop("in/" + name)).isTrue();
    assertThat(keys("in/").done("in/" + name, "")).isEqualTo("done/" + name);
  }

  @Test
  void aKeyThatWouldGrowTooLongIsCutBetweenTwoCharacters() {
    // Given
    String one = "in/" + "ü".repeat(500) + "1.pdf";
    String two = "in/" + "ü".repeat(500) + "2.pdf";

    // When
    String receipt = keys("in/").receipt(one, "");

    // Then
    assertThat(receipt).startsWith("done/üü").endsWith(".receipt.json").doesNotContain("\uFFFD");
    assertThat(receipt.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1020, 1024);
    assertThat(receipt).isNotEqualTo(keys("in/").receipt(two, ""));
  }

  @Test
  void aMarkTellsObjectsOfOneKeyApart() {
    assertThat(keys("in/").done("in/a.pdf", "~1")).isEqualTo("done/a~1.pdf");
    assertThat(keys("in/").report("in/a.pdf", "~1")).isEqualTo("error/a~1.pdf.report.json");
  }

  private static DropKeys keys(String... prefixes) {
    return new DropKeys(S3Drops.of(prefixes));
  }
}
