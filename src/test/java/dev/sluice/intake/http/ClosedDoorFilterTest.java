package dev.sluice.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Intakes;
import dev.sluice.intake.IntakeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClosedDoorFilterTest {

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/uploads, true",
    "PATCH, /api/v1/uploads/resumable/1, true",
    "HEAD, /api/v1/uploads/resumable/1, false",
    "GET, /api/v1/documents, false",
    "DELETE, /api/v1/documents/1, false"
  })
  void aReplicaThatTakesNothingInRefusesUploadsOnly(String method, String path, boolean refused) {
    assertThat(filters(Intakes.closed(), method, path)).isEqualTo(refused);
  }

  @Test
  void anyOtherReplicaRefusesNone() {
    assertThat(filters(Intakes.open(), "POST", "/api/v1/uploads")).isFalse();
  }

  private static boolean filters(IntakeSettings intake, String method, String path) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    return !new ClosedDoorFilter(intake, null).shouldNotFilter(request);
  }
}
