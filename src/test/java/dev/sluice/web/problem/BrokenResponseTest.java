package dev.sluice.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BrokenResponseTest {

  private final BrokenResponse response = new BrokenResponse();

  @Test
  void aCallerThatHungUpIsNoNews(CapturedOutput output) {
    response.handleException(new IOException(new ClientAbortException("Broken pipe")));
    response.handleException(new IllegalStateException("The response object has been recycled"));

    assertThat(output).doesNotContain("broke off");
  }

  @Test
  void anythingElseIsTold(CapturedOutput output) {
    response.handleException(new IllegalStateException());

    assertThat(output).contains("An answer broke off");
  }
}
