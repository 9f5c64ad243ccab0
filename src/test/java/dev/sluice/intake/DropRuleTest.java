package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.timetable.Profiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

class DropRuleTest {

  private static final DropRule ALL = new DropRule(null, "me", null, null);
  private static final DropRule ADA = new DropRule("in/ada/", "ada", "none", Lane.INTERACTIVE);

  @Test
  void theMostPreciseRuleCounts() {
    assertThat(DropRule.find(List.of(ALL, ADA), "in/ada/x.pdf")).contains(ADA);
    assertThat(DropRule.find(List.of(ADA, ALL), "in/bob/x.pdf")).contains(ALL);
    assertThat(DropRule.find(List.of(ADA), "in/bob/x.pdf")).isEmpty();
  }

  @Test
  void aRuleMakesTheSender() {
    assertThat(ADA.sender(Origin.S3))
        .isEqualTo(new Sender("ada", Origin.S3, Lane.INTERACTIVE, "none"));
    assertThat(ALL.sender(Origin.SFTP)).isEqualTo(new Sender("me", Origin.SFTP, Lane.BULK, "auto"));
  }

  @Test
  void aRuleWithoutAnOwnerIsRefusedByName() {
    List<DropRule> rules = List.of(ALL, new DropRule("x/", " ", null, null));

    assertThatThrownBy(() -> DropRule.check("sluice.sftp.rules", rules))
        .hasMessage("sluice.sftp.rules[1].owner must be set");
  }

  @Test
  void aRuleWithAProfileThatThereIsNotIsRefusedByName() {
    Profiles profiles = new Profiles(new FileSystemResource("config/profiles/up-exams.yaml"));
    DropRule known = new DropRule("", "me", "up-exams", null);

    DropRule.checkProfiles("sluice.sftp.rules", List.of(ALL, ADA, known), profiles);
    List<DropRule> rules = List.of(ALL, new DropRule("x/", "me", "up-exam", null));
    assertThatThrownBy(() -> DropRule.checkProfiles("sluice.sftp.rules", rules, profiles))
        .hasMessage(
            "sluice.sftp.rules[1].profile must be auto, none or one of up-exams, not up-exam");
  }
}
