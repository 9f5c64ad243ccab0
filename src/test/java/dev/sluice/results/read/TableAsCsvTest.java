package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pdf.content.Box;
import dev.sluice.results.read.TablePart.PartCell;
import dev.sluice.web.Csv;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableAsCsvTest {

  private static final Box BOX = new Box(0, 0, 10, 10);

  @Test
  void quotesWhatNeedsQuotesAndEndsLinesWithCarriageReturnAndLineFeed() {
    TablePart part = part(cell(0, 0, 1, "a,b"), cell(0, 1, 1, "say \"x\""), cell(1, 0, 1, "1\n2"));

    assertThat(csv(part, 0)).isEqualTo("\"a,b\",\"say \"\"x\"\"\"\r\n\"1\n2\",\r\n");
  }

  @Test
  void putsTheTextOfACellThatCoversSeveralPlacesIntoItsFirst() {
    assertThat(csv(part(cell(0, 0, 2, "both"), cell(1, 1, 1, "b")), 0))
        .isEqualTo("both,\r\n\"\",b\r\n");
  }

  @Test
  void leavesOutARepeatedHeader() {
    assertThat(csv(part(cell(0, 0, 1, "head"), cell(1, 0, 1, "a")), 1)).isEqualTo("a,\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+A1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-", "--1"})
  void putsAnApostropheBeforeWhatASpreadsheetWouldCalculate(String text) {
    assertThat(Csv.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1,234.5", "+3", "-0.5%", "1=1", "a@b", "", "(12)"})
  void leavesPlainNumbersAndOtherTextAlone(String text) {
    assertThat(Csv.harmless(text)).isEqualTo(text);
  }

  private static String csv(TablePart part, int from) {
    return new TableAsCsv().rows(part, from, true);
  }

  private static TablePart part(PartCell... cells) {
    return new TablePart(1, null, 2, 2, 0, List.of(cells));
  }

  private static PartCell cell(int row, int column, int columnSpan, String text) {
    return new PartCell(row, column, 1, columnSpan, BOX, text);
  }
}
