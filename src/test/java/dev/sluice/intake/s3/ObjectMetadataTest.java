package dev.sluice.intake.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.intake.DropRule;
import dev.sluice.intake.Sender;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectMetadataTest {

  private static final DropRule RULE = new DropRule("in/", "me", null, null);

  @Test
  void whatAnObjectSaysCountsBeforeTheRule() {
    ObjectMetadata all =
        new ObjectMetadata(Map.of("owner", "ada", "lane", "interactive", "profile", "none"));

    assertThat(all.sender(RULE)).isEqualTo(new Sender("ada", Origin.S3, Lane.INTERACTIVE, "none"));
    assertThat(new ObjectMetadata(Map.of("owner", "ada")).sender(RULE))
        .isEqualTo(new Sender("ada", Origin.S3, Lane.BULK, "auto"));
    assertThat(new ObjectMetadata(Map.of("other", "x")).sender(RULE))
        .isEqualTo(RULE.sender(Origin.S3));
  }

  @ParameterizedTest
  @CsvSource({"owner,a b", "owner,''", "owner,=?UTF-8?Q?=C3=A4?=", "profile,../x", "lane,fast"})
  void namesThatCannotBeAreRefused(String key, String value) {
    ObjectMetadata metadata = new ObjectMetadata(Map.of(key, value));

    assertThatThrownBy(() -> metadata.sender(RULE))
        .hasMessageStartingWith("bad-request: x-amz-meta-" + key);
  }
}
