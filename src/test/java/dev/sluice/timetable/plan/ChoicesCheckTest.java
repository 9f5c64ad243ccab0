package dev.sluice.timetable.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.failure.FailureException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesCheckTest {

  private static final String KEY = "0b1c2d3e-0000-3000-8000-0123456789ab";

  @Test
  void whatTheContractHasIsTaken() {
    // Given
    Choices choices =
        SampleChoices.read(
            """
            {'groups':'COS214:P01','modules':{'COS 214':{'colour':'peacock','title':'Data','reminderMinutes':0}},
             'reminderMinutes':40320,'semesters':'S1:2026-02-09..2026-05-22','free':['2026-04-03','2026-03-20..2026-03-29'],
             'assumedLengthMinutes':180,
             'events':{'%s':{'title':'Mine','weekday':'MONDAY','date':'2026-03-02','start':'08:30','end':'09:20',
               'venues':[],'reminderMinutes':5}},
             'added':[{'id':'a-1','module':'COS214','date':'2026-03-02'},
               {'id':'b','title':'Gym','weekday':'FRIDAY','start':'17:00','offered':'S1'}]}
            """
                .formatted(KEY));

    // Then
    assertThatCode(() -> ChoicesCheck.require(choices)).doesNotThrowAnyException();
    assertThat(choices.freeDays().orElseThrow()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'groups':'COS214'}|groups",
        "{'semesters':'S1'}|semesters",
        "{'semesters':'2026-02-09..2026-05-22'}|semesters",
        "{'reminderMinutes':-1}|reminderMinutes",
        "{'assumedLengthMinutes':0}|assumedLengthMinutes",
        "{'free':['2026-02-30']}|free",
        "{'free':['2026-03-29..2026-03-20']}|free",
        "{'free':['1999-12-31']}|free",
        "{'free':['']}|free",
        "{'modules':{'':{}}}|modules",
        "{'modules':{'A':null}}|modules",
        "{'modules':{'A\\nB':{}}}|modules",
        "{'modules':{'A':{'title':' '}}}|modules.A.title",
        "{'modules':{'A':{'title':'\\ud800'}}}|modules.A.title",
        "{'modules':{'A':{'reminderMinutes':40321}}}|modules.A.reminderMinutes",
        "{'events':{'x':{}}}|events",
        "{'events':{'KEY':null}}|events",
        "{'events':{'KEY':{'start':'09:00','end':'09:00'}}}|events.KEY.end",
        "{'events':{'KEY':{'date':'2101-01-01'}}}|events.KEY.date",
        "{'events':{'KEY':{'date':'2026-03-02','weekday':'TUESDAY'}}}|events.KEY.weekday",
        "{'events':{'KEY':{'venues':['']}}}|events.KEY.venues",
        "{'added':[{'title':'x','weekday':'FRIDAY','start':'17:00'}]}|added",
        "{'added':[{'id':'a b','title':'x','weekday':'FRIDAY','start':'17:00'}]}|added",
        "{'added':[{'id':'a','weekday':'FRIDAY','start':'17:00'}]}|added.a needs a module or a title",
        "{'added':[{'id':'a','title':'x','start':'17:00'}]}|added.a needs a weekday or a date",
        "{'added':[{'id':'a','title':'x','weekday':'FRIDAY'}]}|added.a.start",
        "{'added':[{'id':'a','title':'x','date':'2026-03-02','end':'09:00'}]}|added.a.start",
        "{'added':[{'id':'a','title':'x','date':'2026-03-02'},{'id':'a','title':'y','date':'2026-03-02'}]}|added"
      })
  void whatMakesNoSenseIsRefusedByName(String choices, String name) {
    Choices wrong = SampleChoices.read(choices.replace("KEY", KEY));

    assertThatThrownBy(() -> ChoicesCheck.require(wrong))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(name.replace("KEY", KEY));
  }

  @Test
  void thereIsABoundForAll() {
    assertTooMany("events", keys(2001, "'%s':{'leftOut':true}", "{", "}"));
    assertTooMany("modules", keys(501, "'%s':{}", "{", "}"));
    assertTooMany("added", keys(201, "{'id':'%s','title':'x','date':'2026-03-02'}", "[", "]"));
    assertTooMany(
        "free", String.valueOf(Collections.nCopies(201, "'2026-04-03'")).replace(" ", ""));
    assertThatCode(
            () ->
                ChoicesCheck.require(
                    SampleChoices.read(
                        "{'events':%s}".formatted(keys(2000, "'%s':{'leftOut':true}", "{", "}")))))
        .doesNotThrowAnyException();
  }

  private static void assertTooMany(String name, String value) {
    Choices choices = SampleChoices.read("{'%s':%s}".formatted(name, value));

    assertThatThrownBy(() -> ChoicesCheck.require(choices)).hasMessageContaining(name);
  }

  private static String keys(int count, String item, String open, String close) {
    List<String> items =
        IntStream.range(0, count).mapToObj(n -> item.formatted(new UUID(0, n))).toList();
    return items.stream().collect(Collectors.joining(",", open, close));
  }
}
