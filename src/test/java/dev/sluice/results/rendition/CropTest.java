package dev.sluice.results.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropTest {

  @Test
  void alittleOfWhatStandsAroundIsShownToo() {
    assertThat(Crop.of("100,50.5,20,10")).isEqualTo(new Crop(94, 44, 32, 23));
    assertThat(Crop.of("0,0,1,1")).isEqualTo(new Crop(0, 0, 7, 7));
  }

  @Test
  void boxesThatDifferByAHairAreOne() {
    assertThat(Crop.of("100.1,50,20,10")).isEqualTo(Crop.of("100.2,50,20,10"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,2,3,4",
        "-1,2,3,4",
        "1,2,0,4",
        "1,2,3,0",
        "NaN,2,3,4",
        "1,2,Infinity,4",
        "1,2,3,14401"
      })
  void whatIsNoPartOfAPageIsRefused(String text) {
    assertThatThrownBy(() -> Crop.of(text)).isInstanceOf(FailureException.class);
  }
}
