package dev.sluice.timetable.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModuleColoursTest {

  private static final Map<String, ModuleChoice> TOMATO =
      Map.of("M3", new ModuleChoice(EventColour.TOMATO, null, null));

  @Test
  void modulesDifferAsFarAsThereAreColours() {
    // Given
    List<String> eleven = modules(11);

    // Then
    assertThat(colours(eleven, eleven, TOMATO)).doesNotHaveDuplicates();
    assertThat(new ModuleColours(eleven, TOMATO).of("m3")).isEqualTo(EventColour.TOMATO);
    assertThat(colours(modules(22), modules(22), TOMATO))
        .containsAll(Arrays.asList(EventColour.values()))
        .allMatch(
            colour ->
                Collections.frequency(colours(modules(22), modules(22), TOMATO), colour) == 2);
  }

  @Test
  void theOrderOfTheTimetableDoesNotMatter() {
    // Given
    List<String> modules = modules(20);
    List<String> reversed = new ArrayList<>(modules);
    Collections.reverse(reversed);

    // Then
    assertThat(colours(reversed, modules, Map.of())).isEqualTo(colours(modules, modules, Map.of()));
  }

  @Test
  void eachHasAnotherNameInCss() {
    assertThat(EventColour.values()).extracting(EventColour::css).doesNotHaveDuplicates();
  }

  private static List<EventColour> colours(
      List<String> modules, List<String> asked, Map<String, ModuleChoice> choices) {
    ModuleColours colours = new ModuleColours(modules, choices);
    return asked.stream().map(colours::of).toList();
  }

  private static List<String> modules(int count) {
    return IntStream.range(0, count).mapToObj(n -> "M" + n).toList();
  }
}
