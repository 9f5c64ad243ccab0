package dev.sluice.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.MessageDigest;
import java.security.Provider;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConscryptDigestProviderTest {

  @BeforeEach
  void requireLibrary() {
    assumeTrue(Conscrypt.isAvailable(), "there is no native code for this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA-256", "SHA-1", "MD5"})
  void aDigestIsTheOneThatTheJdkMakes(String algorithm) throws Exception {
    // Given
    MessageDigest own = MessageDigest.getInstance(algorithm, "SUN");
    MessageDigest nativeOne = MessageDigest.getInstance(algorithm, new ConscryptDigestProvider());

    // When
    byte[] content = "%PDF-1.7 ".repeat(10_000).getBytes(UTF_8);
    nativeOne.update(content, 0, 1_000);
    nativeOne.update(content, 1_000, content.length - 1_000);

    // Then
    assertThat(nativeOne.digest()).isEqualTo(own.digest(content));
  }

  @Test
  void nothingButDigestsIsTakenFromTheLibrary() {
    assertThat(new ConscryptDigestProvider().getServices())
        .extracting(Provider.Service::getType)
        .containsOnly("MessageDigest");
  }
}
