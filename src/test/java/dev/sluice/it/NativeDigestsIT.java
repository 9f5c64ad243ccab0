package dev.sluice.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.MessageDigest;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;

@RunningSluice
class NativeDigestsIT {

  @Test
  void originalsAreHashedByNativeCodeWhereThisMachineHasIt() {
    assumeTrue(Conscrypt.isAvailable(), "there is no native code for this machine");

    await()
        .untilAsserted(
            () ->
                assertThat(MessageDigest.getInstance("SHA-256").getProvider().getName())
                    .isEqualTo("SluiceNativeDigests"));
  }
}
