package dev.sluice.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestClassTest {

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/uploads, UPLOAD",
    "POST, /api/v1/Uploads/, UPLOAD",
    "POST, /api/v1/uploads/multiple, UPLOAD",
    "POST, /api/v1/uploads/resumable, UPLOAD",
    "POST, /api/v1/uploads/batches, STATUS",
    "GET, /api/v1/uploads/batches/1, STATUS",
    "PATCH, /api/v1/uploads/resumable/1, PIECE",
    "HEAD, /api/v1/uploads/resumable/1, NOTHING",
    "GET, /api/v1/documents, READ",
    "GET, /api/v1/Documents/, READ",
    "HEAD, /api/v1/documents/1/text, READ",
    "GET, /api/v1/documents/1/pages/2, READ",
    "GET, /api/v1/documents/1/pages/2/words/, READ",
    "GET, /api/v1/documents/1/pages/2/image, IMAGE",
    "GET, /api/v1/documents/1/Thumbnail/, IMAGE",
    "GET, /api/v1/documents/1, STATUS",
    "GET, /api/v1/documents/1/progress, STATUS",
    "GET, /api/v1/documents/progress, STATUS",
    "GET, /api/v1/documents/archive, READ",
    "GET, /api/v1/documents/1/history, STATUS",
    "GET, /api/v1/documents/1/subscriptions, STATUS",
    "GET, /api/v1/timetables, READ",
    "GET, /api/v1/Timetables/1, STATUS",
    "GET, /api/v1/timetables/1/events, READ",
    "GET, /api/v1/timetables/1/subscriptions, STATUS",
    "POST, /api/v1/timetables/1/subscriptions, STATUS",
    "PUT, /api/v1/timetables/1, STATUS",
    "GET, /calendars/1.ics, STATUS",
    "HEAD, /api/v1/documents/1, STATUS",
    "POST, /api/v1/documents/1/cancel, STATUS",
    "POST, /api/v1/Documents/1/Retry/, UPLOAD",
    "GET, /api/v1/webhooks, STATUS",
    "POST, /api/v1/Webhooks, STATUS",
    "GET, /api/v1/webhooks/1/deliveries, STATUS",
    "POST, /api/v1/webhooks/1/test, STATUS",
    "DELETE, /api/v1/webhooks/1, STATUS",
    "POST, /api/v1/ops/replays, NOTHING",
    "DELETE, /api/v1/documents/1, NOTHING",
    "GET, /api/v1/ops/owners/ada, NOTHING",
    "GET, /api/docs, NOTHING"
  })
  void aRequestAsksForWhatItsPlanLimits(String method, String path, RequestClass requestClass) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/raw");
    request.setServletPath(path);

    assertThat(RequestClass.of(request)).isEqualTo(requestClass);
  }
}
