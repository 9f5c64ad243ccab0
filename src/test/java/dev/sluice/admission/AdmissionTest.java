package dev.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AdmissionTest {

  @Test
  void nobodyEntersBeyondTheNumberOfDocuments() {
    // Given
    Admission admission = Admissions.of(2, 1000);
    admission.enter(0);
    Credit second = admission.enter(0);

    // When, Then
    assertThat(admission.isOpen()).isFalse();
    assertThatThrownBy(() -> admission.enter(0)).hasMessageStartingWith("admission-closed");

    second.close();
    assertThat(admission.isOpen()).isTrue();
    admission.enter(0);
  }

  @Test
  void nobodyEntersOrGrowsBeyondTheBytes() {
    Admission admission = Admissions.of(10, 1000);
    Credit first = admission.enter(600);

    assertThatThrownBy(() -> admission.enter(401)).hasMessageStartingWith("admission-closed");
    Credit second = admission.enter(0);
    second.cover(400);
    assertThatThrownBy(() -> second.cover(401)).hasMessageStartingWith("admission-closed");
    assertThat(admission.isOpen()).isFalse();

    first.close();
    second.cover(1000);
  }

  @Test
  void aCreditIsGivenBackOnce() {
    Admission admission = Admissions.of(1, 1000);
    Credit credit = admission.enter(1000);

    credit.close();
    credit.close();

    admission.enter(1000);
    assertThatThrownBy(() -> admission.enter(1)).hasMessageStartingWith("admission-closed");
  }

  @Test
  void aLoneDocumentFindsRoomHoweverLarge() {
    Credit credit = Admissions.of(2, 10).enter(11);

    credit.close();
  }

  @Test
  void aLimitThatLetsNothingInIsRefusedByName() {
    assertThatThrownBy(() -> new AdmissionSettings(0, DataSize.ofBytes(1)))
        .hasMessageContaining("sluice.admission.documents");
    assertThatThrownBy(() -> new AdmissionSettings(1, DataSize.ofBytes(0)))
        .hasMessageContaining("sluice.admission.bytes");
  }
}
