package dev.sluice.store.claimcheck;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureRule;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Distinguishes a missing object from an object store that does not answer. */
@Component
public class S3FailureRule implements FailureRule {

  @Override
  public Optional<FailureCode> codeOf(Throwable exception) {
    if (exception instanceof NoSuchKeyException) {
      return Optional.of(FailureCode.ORIGINAL_MISSING);
    }
    return exception instanceof SdkException
        ? Optional.of(FailureCode.STORE_UNAVAILABLE)
        : Optional.empty();
  }
}
