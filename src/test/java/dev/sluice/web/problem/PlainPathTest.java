package dev.sluice.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1/documents/0b-1_2.3~4",
        "/hawtio/a%20b",
        "/jolokia/...",
        "/.a/b.",
        "/hawtio/%E2%82%AC",
        "/a%5B%5D%60%7B%40%2B"
      })
  void whatIsInCodeOnlyWhereItMustBeIsPlain(String path) {
    assertThat(PlainPath.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%6Aolokia",
        "/%6aolokia",
        "/%41",
        "/%5a",
        "/%7A",
        "/%30",
        "/a/%2e%2E/",
        "/dead%2Dletters",
        "/%5F",
        "/%7e",
        "/jolokia;a=b/version",
        "//jolokia",
        "/x/../jolokia",
        "/./jolokia",
        "/hawtio/..",
        "/hawtio//"
      })
  void anyOtherWayToWriteItIsNot(String path) {
    assertThat(PlainPath.isPlain(path)).isFalse();
  }
}
