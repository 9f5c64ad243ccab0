package dev.sluice.intake.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.intake.DropRule;
import dev.sluice.store.claimcheck.ClaimSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class S3DropSettingsTest {

  @Test
  void withoutABucketNothingIsDemanded() {
    assertThat(S3Drops.settings(" ", "done/", "error/", null).isConfigured()).isFalse();
    assertThat(S3Drops.of("in/").isConfigured()).isTrue();
  }

  @Test
  void whatObjectsAreMovedToIsAFolder() {
    assertThat(S3Drops.of("in/").done()).isEqualTo("done/");
    assertThat(S3Drops.of("in/").error()).isEqualTo("error/");
    assertThat(S3Drops.of("in/").after()).isEqualTo(ReceivedObjectPolicy.MOVE);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> S3Drops.of()).hasMessageContaining("sluice.s3-drop.rules");
    assertThatThrownBy(() -> S3Drops.settings("b", "", "error", S3Drops.rules("")))
        .hasMessageContaining("sluice.s3-drop.done");
    assertThatThrownBy(() -> S3Drops.settings("b", "done", null, S3Drops.rules("")))
        .hasMessageContaining("sluice.s3-drop.error");
    List<DropRule> ownerless = List.of(new DropRule("in/", "", null, null));
    assertThatThrownBy(() -> S3Drops.settings("b", "done", "error", ownerless))
        .hasMessageContaining("sluice.s3-drop.rules[0].owner");
  }

  @Test
  void aPrefixThatWouldNeverBeLookedAtIsRefused() {
    assertThatThrownBy(() -> S3Drops.of("in/", "done/x"))
        .hasMessageContaining("sluice.s3-drop.rules[1].prefix");
  }

  @Test
  void originalsAreNeverTakenForDrops() {
    ClaimSettings claims = new ClaimSettings("drop", 5 << 20);

    assertThatThrownBy(() -> new DropBucket(null, S3Drops.of("in/"), claims))
        .hasMessageContaining("sluice.s3-drop.bucket");
  }
}
