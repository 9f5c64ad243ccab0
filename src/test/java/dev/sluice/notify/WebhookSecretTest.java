package dev.sluice.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  @Test
  void aSignatureIsThatOfTheConventionsOwnExample() {
    // Given: from the test vectors of the Standard Webhooks libraries
    WebhookSecret secret =
        new WebhookSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    // When
    String signature =
        secret.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aSecretHas256BitsOfItsOwnAndNeverShowsByAccident() {
    WebhookSecret one = WebhookSecret.random(new SecureRandom());
    WebhookSecret other = WebhookSecret.random(new SecureRandom());

    assertThat(one.key()).hasSize(32).isNotEqualTo(other.key());
    assertThat(one.text()).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(one.text().substring(6))).isEqualTo(one.key());
    assertThat(one).asString().isEqualTo("WebhookSecret");
  }
}
