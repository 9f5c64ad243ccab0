package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine where no way to confine a fork works: none can be started so. */
class UnavailableSandboxTest {

  private static final String UNSTARTABLE = "/no/such/java";

  @TempDir private Path folder;

  @Test
  void whatIsRequiredAndNotToBeHadIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> sandbox(SandboxMode.REQUIRED).requireAll(room()))
        .withMessageStartingWith("sluice.parser.sandbox is required")
        .withMessageContaining("no-network")
        .withMessageContaining("hidden-files")
        .withMessageContaining("limited-processes");
  }

  @Test
  void otherwiseChildrenAreStartedWithout() {
    Sandbox sandbox = sandbox(SandboxMode.AUTO);

    sandbox.requireAll(room());

    assertThat(sandbox.around(room(), List.of("fork"))).containsExactly("fork");
    assertThat(sandbox.restrictions()).isEmpty();
  }

  private Sandbox sandbox(SandboxMode mode) {
    return new Sandbox(mode, UNSTARTABLE, false);
  }

  private ForkRoom room() {
    return new ForkRoom(folder, folder, "", SeenFiles.with(List.of()));
  }
}
