package dev.sluice.intake.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Zips;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ZipArchiveTest {

  private static final byte[] ONE = "%PDF-one".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TWO = "%PDF-two".repeat(999).getBytes(StandardCharsets.UTF_8);
  private static final int MB = 1 << 20;

  @TempDir Path folder;

  private int maxEntries = 1000;
  private int maxInflatedMegabytes = 2000;
  private int maxRatio = 200;

  @Test
  void filesComeInTheOrderOfTheDirectory() throws IOException {
    assertThat(contents(new Zips().file("b/two.pdf", TWO).file("a.pdf", ONE)))
        .containsExactly("b/two.pdf: " + text(TWO), "a.pdf: " + text(ONE));
  }

  @Test
  void foldersAndLitterAreLeftOut() throws IOException {
    // Given
    Zips zip =
        new Zips()
            .folder("in")
            .file("in/a.pdf", ONE)
            .file("__MACOSX/in/._a.pdf", TWO)
            .file("in/.DS_Store", TWO)
            .file("in/deep/Thumbs.db", TWO)
            .file("in/MyThumbs.db", TWO);

    // Then
    assertThat(paths(zip)).containsExactly("in/a.pdf", "in/MyThumbs.db");
  }

  @Test
  void filesThatShareANameAreTwoFiles() throws IOException {
    assertThat(contents(new Zips().file("a.pdf", ONE).file("a.pdf", TWO)))
        .containsExactly("a.pdf: " + text(ONE), "a.pdf: " + text(TWO));
  }

  @Test
  void sizesBehindAFileThatIsNotPackedAreRead() throws IOException {
    assertThat(contents(new Zips().described("a.pdf", ONE).stored("b.pdf", TWO)))
        .containsExactly("a.pdf: " + text(ONE), "b.pdf: " + text(TWO));
  }

  @Test
  void theFormatOfHugeArchivesIsRead() throws IOException {
    assertThat(contents(new Zips().zip64().file("a.pdf", ONE).file("b.pdf", TWO)))
        .containsExactly("a.pdf: " + text(ONE), "b.pdf: " + text(TWO));
  }

  @Test
  void namesAreReadAsTheirWriterMeantThem() throws IOException {
    // Given
    Zips zip =
        new Zips()
            .file("päß/文件.pdf", ONE)
            .named("ohne Fahne ü.pdf".getBytes(StandardCharsets.UTF_8), ONE)
            .named(new byte[] {'d', 'o', 's', (byte) 0x81, '.', 'p', 'd', 'f'}, ONE)
            .named("____.pdf".getBytes(StandardCharsets.US_ASCII), "文件.pdf", ONE);

    // Then
    assertThat(paths(zip)).containsExactly("päß/文件.pdf", "ohne Fahne ü.pdf", "dosü.pdf", "文件.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/a.pdf",
        "../a.pdf",
        "in/../../a.pdf",
        "in/..",
        "..",
        "..\\a.pdf",
        "in\\..\\..\\a.pdf",
        "\\\\host\\a.pdf",
        "C:a.pdf",
        "c:/a.pdf",
        "a.pdf\0.txt",
        " ",
        "",
        "../",
        "__MACOSX/../a"
      })
  void aNameThatIsNoPlainRelativePathRefusesTheArchive(String name) {
    assertRefused(new Zips().file("good.pdf", ONE).file(name, ONE), "unsafe-entry-name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..a.pdf", "a..pdf", "a/.../b.pdf", "./a.pdf", "ab:c.pdf", "a//b.pdf"})
  void aNameThatOnlyLooksOddIsFine(String name) throws IOException {
    assertThat(paths(new Zips().file(name, ONE))).containsExactly(name);
  }

  @Test
  void backslashesSeparateFoldersAsToolsOfWindowsWriteThem() throws IOException {
    Zips zip = new Zips().file("Reports\\2026\\a.pdf", ONE).file("Reports\\empty\\", new byte[0]);

    assertThat(paths(zip)).containsExactly("Reports/2026/a.pdf");
  }

  @Test
  void namesInTheEncodingsOfDosAndWindowsComeOutRight() throws IOException {
    Zips zip =
        new Zips()
            .named("Übungen Größe.pdf".getBytes(Charset.forName("IBM437")), ONE)
            .named("Übungen Größe.pdf".getBytes(Charset.forName("windows-1252")), ONE);

    assertThat(paths(zip)).containsExactly("Übungen Größe.pdf", "Übungen Größe.pdf");
  }

  @Test
  void whatIsAsciiInANameOfAnyOtherEncodingIsKept() throws IOException {
    byte[] raw = "2026 文件 plan.pdf".getBytes(Charset.forName("GBK"));

    assertThat(paths(new Zips().named(raw, ONE)))
        .singleElement()
        .asString()
        .startsWith("2026 ")
        .endsWith(" plan.pdf");
  }

  @Test
  void aTrueNameThatIsUnsafeRefusesTheArchiveToo() {
    byte[] harmless = "a.pdf".getBytes(StandardCharsets.US_ASCII);

    assertRefused(new Zips().named(harmless, "../a.pdf", ONE), "unsafe-entry-name");
  }

  @Test
  void anEncryptedEntryRefusesTheArchive() {
    assertRefused(new Zips().file("a.pdf", ONE).encrypted("b.pdf", ONE), "encrypted-archive");
  }

  @Test
  void anArchiveWithoutAFileIsRefused() {
    assertRefused(new Zips(), "empty-archive");
    assertRefused(new Zips().folder("in").folder("in/deep"), "empty-archive");
    assertRefused(new Zips().file("__MACOSX/._a.pdf", ONE), "empty-archive");
  }

  @Test
  void aTruncatedArchiveIsRefusedWhereverItEnds() {
    // Given
    byte[] whole = new Zips().file("a.pdf", ONE).file("b.pdf", TWO).bytes();

    // Then
    for (int length = 4; length < whole.length; length += 7) {
      assertRefused(Arrays.copyOf(whole, length), "broken-archive");
    }
  }

  @Test
  void entriesThatShareBytesAreRefused() {
    assertRefused(new Zips().file("a.pdf", TWO).sharing("b.pdf", TWO), "broken-archive");
    assertRefused(
        new Zips().file("a.pdf", ONE).file("b.pdf", TWO).sharing("c.pdf", ONE), "broken-archive");
  }

  @Test
  void theLimitIsTheLastCountOfFilesThatFits() throws IOException {
    // Given
    maxEntries = 3;
    Zips three = new Zips().folder("in").file("1", ONE).file("2", ONE).file("3", ONE);

    // Then
    assertThat(paths(three)).hasSize(3);
    assertRefused(three.file("4", ONE), "too-many-entries");
  }

  @Test
  void aDirectoryIsNotReadToItsEndIfItHoldsFarMoreThanItMay() {
    // Given
    maxEntries = 10;
    Zips zip = new Zips();
    for (int entry = 0; entry < 20_000; entry++) {
      zip.stored("folder" + entry + "/", new byte[0]);
    }

    // Then
    assertRefused(zip, "too-many-entries");
  }

  @Test
  void anEntryThatIsNotWhatTheDirectorySaysIsUnreadable() throws IOException {
    // Given
    Zips zip =
        new Zips()
            .damaged("crc.pdf", TWO)
            .ofSize("longer.pdf", TWO.length - 1, TWO)
            .ofSize("shorter.pdf", TWO.length + 1, TWO)
            .packedBy(8, "noise.pdf", TWO)
            .packedBy(14, "lzma.pdf", TWO)
            .file("good.pdf", ONE);

    // Then: the others are read all the same
    assertThat(contents(zip))
        .containsExactly(
            "crc.pdf: unreadable-entry",
            "longer.pdf: unreadable-entry",
            "shorter.pdf: unreadable-entry",
            "noise.pdf: unreadable-entry",
            "lzma.pdf: unreadable-entry",
            "good.pdf: " + text(ONE));
  }

  @Test
  void anEntryThatInflatesFarMoreThanIsUsualEndsTheArchive() throws IOException {
    // Given
    Zips zip = new Zips().file("a.pdf", ONE).bomb("b.pdf", "%PDF-", 64 * MB).file("c.pdf", ONE);

    // Then
    assertThat(contents(zip))
        .containsExactly(
            "a.pdf: " + text(ONE),
            "b.pdf: archive-inflates-too-much",
            "c.pdf: archive-inflates-too-much");
  }

  @Test
  void aSmallEntryMayInflateAsItLikes() throws IOException {
    // Given
    Zips zip = new Zips().bomb("blank.pdf", "%PDF-", 8 * MB).file("c.pdf", ONE);

    // When
    try (ZipArchive archive = open(zip.bytes())) {
      InputStream blank = archive.entries().get(0).open();

      // Then
      assertThat(blank.skip(8 * MB)).isEqualTo(8 * MB);
    }
  }

  @Test
  void allEntriesTogetherInflateToTheLimitAndNoFurther() throws IOException {
    // Given
    maxInflatedMegabytes = 1;
    byte[] half = new byte[MB / 2];
    Zips zip = new Zips().file("a", half).file("b", half).file("c", ONE).file("d", ONE);

    // Then
    assertThat(contents(zip))
        .extracting(line -> line.substring(0, Math.min(8, line.length())))
        .containsExactly("a: \0\0\0\0\0", "b: \0\0\0\0\0", "c: archi", "d: archi");
  }

  @Test
  void whatIsNotReadIsNotInflated() throws IOException {
    // Given
    maxInflatedMegabytes = 1;
    Zips zip = new Zips().bomb("film.mp4", "no PDF", 512 * MB).file("a.pdf", ONE);

    // When
    try (ZipArchive archive = open(zip.bytes())) {
      try (InputStream film = archive.entries().get(0).open()) {
        assertThat(film.readNBytes(1024)).startsWith('n', 'o');
      }

      // Then
      assertThat(read(archive.entries().get(1))).isEqualTo(text(ONE));
    }
  }

  @Test
  void aLimitThatLetsNothingInIsRefusedByName() {
    DataSize mb = DataSize.ofMegabytes(1);
    DataSize none = DataSize.ofBytes(0);

    assertThatThrownBy(() -> new ArchiveSettings(none, 1, mb, 1))
        .hasMessageContaining("sluice.archive.max-size");
    assertThatThrownBy(() -> new ArchiveSettings(mb, 0, mb, 1))
        .hasMessageContaining("sluice.archive.max-entries");
    assertThatThrownBy(() -> new ArchiveSettings(mb, 1, none, 1))
        .hasMessageContaining("sluice.archive.max-inflated");
    assertThatThrownBy(() -> new ArchiveSettings(mb, 1, mb, 0))
        .hasMessageContaining("sluice.archive.max-ratio");
  }

  private List<String> paths(Zips zip) throws IOException {
    try (ZipArchive archive = open(zip.bytes())) {
      return archive.entries().stream().map(ArchiveEntry::path).toList();
    }
  }

  /** For each file its content, or why there is none. */
  private List<String> contents(Zips zip) throws IOException {
    try (ZipArchive archive = open(zip.bytes())) {
      return archive.entries().stream().map(entry -> entry.path() + ": " + read(entry)).toList();
    }
  }

  private static String read(ArchiveEntry entry) {
    try (InputStream in = entry.open()) {
      return text(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return e.getMessage().replaceAll(":.*", "");
    }
  }

  private void assertRefused(Zips zip, String code) {
    assertRefused(zip.bytes(), code);
  }

  private void assertRefused(byte[] zip, String code) {
    assertThatThrownBy(() -> open(zip).close()).hasMessageStartingWith(code + ":");
  }

  private ZipArchive open(byte[] zip) throws IOException {
    return ZipArchive.open(
        Files.write(folder.resolve("a.zip"), zip),
        new ArchiveSettings(
            DataSize.ofGigabytes(1),
            maxEntries,
            DataSize.ofMegabytes(maxInflatedMegabytes),
            maxRatio));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
