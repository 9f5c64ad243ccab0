package dev.sluice.model.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Failures;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class FailureClassifierTest {

  private final FailureClassifier classifier = Failures.classifier();

  static Stream<Arguments> strangers() {
    return Stream.of(
        Arguments.of(SdkClientException.create("secret"), FailureCode.STORE_UNAVAILABLE),
        Arguments.of(
            new DataAccessResourceFailureException("secret"), FailureCode.LEDGER_UNAVAILABLE),
        Arguments.of(new SQLException("secret", "08006"), FailureCode.LEDGER_UNAVAILABLE),
        Arguments.of(new SQLException("full", "53100"), FailureCode.LEDGER_UNAVAILABLE),
        Arguments.of(new SQLException("broken disk", "58030"), FailureCode.LEDGER_UNAVAILABLE),
        Arguments.of(new SQLException("standby", "25006"), FailureCode.LEDGER_UNAVAILABLE),
        Arguments.of(new SQLException("secret", "23505"), FailureCode.INTERNAL),
        Arguments.of(new DataIntegrityViolationException("secret"), FailureCode.INTERNAL),
        Arguments.of(NoSuchKeyException.builder().build(), FailureCode.ORIGINAL_MISSING),
        Arguments.of(new TimeoutException("secret"), FailureCode.QUEUE_UNAVAILABLE),
        Arguments.of(new IllegalStateException("secret"), FailureCode.INTERNAL));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void anotherLibrarysExceptionIsNamedWithoutItsMessage(Exception exception, FailureCode code) {
    Failure failure = classifier.classify(new RuntimeException(exception));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.detail()).contains(exception.getClass().getSimpleName());
    assertThat(failure.detail()).doesNotContain("secret");
  }

  @Test
  void ourOwnFailureIsFoundBehindWhateverWrapsIt() {
    var known = new FailureException(FailureCode.NOT_A_PDF, "detail");

    assertThat(classifier.classify(new RuntimeException(new RuntimeException(known))))
        .isEqualTo(known.failure());
  }

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void everyCodeSaysWhatACallerSeesAndCanDo(FailureCode code) {
    assertThat(code.httpStatus()).isBetween(400, 599);
    assertThat(code.advice()).endsWith(".");
    assertThat(FailureCode.of(code.label())).isEqualTo(code);
    assertThat(Failure.of(code, "x").code().category()).isEqualTo(code.category());
  }
}
