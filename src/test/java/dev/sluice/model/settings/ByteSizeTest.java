package dev.sluice.model.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({"0,0", "7,7", "7B,7", "2KB,2048", "512MB,536870912", "1 gb,1073741824"})
  void readsWholeNumbersWithAUnit(String text, long bytes) {
    ByteSize size = ByteSize.of(text);

    assertThat(size.bytes()).isEqualTo(bytes);
    assertThat(ByteSize.of(size.toString())).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MB", "-1MB", "1.5GB", "12XB", "9999999999999"})
  void namesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> ByteSize.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a size such as 512MB");
  }
}
