package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.it.RunningSluice;
import java.security.MessageDigest;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;

@RunningSluice
class ConscryptDigestIT {

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
