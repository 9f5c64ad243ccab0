package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void whatWouldEndACellIsQuoted() {
    assertThat(Csv.line(Arrays.asList("a", "b,c", "say \"d\"", "e\nf", null, 7)))
        .isEqualTo("a,\"b,c\",\"say \"\"d\"\"\",\"e\nf\",,7\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "--1"})
  void aFormulaBecomesText(String formula) {
    assertThat(Csv.line(List.of(formula)).replace("\"", "")).startsWith("'" + formula.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+3.25", "-1,5", "a=b", "L1-L2"})
  void whatIsNoFormulaStaysAsItIs(String text) {
    assertThat(Csv.line(List.of(text)).replace("\"", "")).isEqualTo(text + "\r\n");
  }
}
