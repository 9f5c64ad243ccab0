package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.web.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SearchTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"zeb", "the zeb", "\"the zebra\" ru", "-lion zeb", "lion or zeb", "e-ma"})
  void theLastWordMayBeABeginning(String text) {
    assertThat(asked(text, "true").lastBegins()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zeb ", "\"the zeb\"", "the -zeb", "-zeb", "zeb\n", "", " ", "-", "the z"})
  void aWordThatIsFinishedQuotedOrUnwantedIsNoBeginning(String text) {
    assertThat(asked(text, "true").lastBegins()).isFalse();
  }

  @Test
  void nothingIsABeginningUnlessItWasAskedFor() {
    assertThat(asked("zeb", "false").lastBegins()).isFalse();
    assertThat(asked("zeb", null).lastBegins()).isFalse();
  }

  private static SearchText asked(String text, String prefix) {
    MockHttpServletRequest http = new MockHttpServletRequest();
    http.addParameter("q", text);
    if (prefix != null) {
      http.addParameter("prefix", prefix);
    }
    return SearchText.of(new ApiRequest(http));
  }
}
