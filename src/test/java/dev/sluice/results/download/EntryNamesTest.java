package dev.sluice.results.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNamesTest {

  private final EntryNames names = new EntryNames("_missing.txt");

  @Test
  void aNameThatIsTakenGetsANumber() {
    assertThat(names.next("plan.pdf")).isEqualTo("plan.pdf");
    assertThat(names.next("plan (2).pdf")).isEqualTo("plan (2).pdf");
    assertThat(names.next("Plan.pdf")).isEqualTo("Plan (3).pdf");
    assertThat(names.next("plan.pdf")).isEqualTo("plan (4).pdf");
    assertThat(names.next("_missing.txt")).isEqualTo("_missing (2).txt");
  }

  @Test
  void whatIsMadeOfADocumentIsNamedAfterIt() {
    assertThat(names.next("plan.pdf", " table 1", ".csv")).isEqualTo("plan table 1.csv");
    assertThat(names.next("plan.v2.PDF", "", ".txt")).isEqualTo("plan.v2.txt");
    assertThat(names.next(".pdf", "", ".txt")).isEqualTo("pdf.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\Windows\\a.pdf, a.pdf",
    ".., document",
    "'', document",
    "/, document",
    ".hidden.pdf, hidden.pdf",
    "con.pdf, _con.pdf",
    "a<b>:c?.pdf, a_b__c_.pdf"
  })
  void aNameLeadsNowhereElse(String sent, String safe) {
    assertThat(names.next(sent)).isEqualTo(safe);
  }

  @Test
  void controlCharactersAreNotKeptAndALongNameIsCut() {
    assertThat(names.next("a\u0000\n\u202Eb.pdf")).isEqualTo("a___b.pdf");
    assertThat(names.next("ü".repeat(250) + ".pdf")).isEqualTo("ü".repeat(80) + ".pdf");
    assertThat(names.next("ü".repeat(250), " table 12", ".csv")).endsWith("ü table 12.csv");
  }
}
