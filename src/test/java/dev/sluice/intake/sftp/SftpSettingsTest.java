package dev.sluice.intake.sftp;

import static dev.sluice.intake.sftp.RemoteFiles.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Intakes;
import org.junit.jupiter.api.Test;

class SftpSettingsTest {

  @Test
  void aClosedDoorNeedsNothing() {
    SftpSettings closed = RemoteFiles.settings("", "", "", "", true);

    assertThat(closed.isOpen()).isFalse();
    assertThat(new SftpDoor(Intakes.open(), closed).address()).isEqualTo("closed/door");
  }

  @Test
  void anOpenDoorNeedsALoginAHostKeyAndAnOwner() {
    assertThatThrownBy(() -> settings("", "a known host", "me"))
        .hasMessage("sluice.sftp.password (or private-key) must be set");
    assertThatThrownBy(() -> settings("the password", "", "me"))
        .hasMessage("sluice.sftp.known-hosts must be set");
    assertThatThrownBy(() -> settings("the password", "a known host", ""))
        .hasMessage("sluice.sftp.rules[0].owner must be set");
  }

  @Test
  void noSecretIsShown() {
    assertThat(settings("the password", "a known host", "me").toString())
        .isEqualTo("SftpSettings[user@127.0.0.1:22/inbox]");
  }

  @Test
  void aRefNamesServerAndPath() {
    SftpDoor door = new SftpDoor(Intakes.open(), settings("the password", "a known host", "me"));

    assertThat(door.address()).isEqualTo("127.0.0.1:22/inbox");
    assertThat(door.refOf("inbox/ü\n.pdf")).isEqualTo("sftp://127.0.0.1/inbox/ü.pdf");
  }

  private static SftpSettings settings(String password, String knownHosts, String owner) {
    return RemoteFiles.settings("127.0.0.1", password, knownHosts, "", true, rule("", owner));
  }
}
