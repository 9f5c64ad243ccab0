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
        .isThrownBy(() -> sandbox(SandboxMode.REQUIRED).requireAll(folder))
        .withMessageStartingWith("sluice.parser.sandbox is required")
        .withMessageContaining("no-network")
        .withMessageContaining("read-only-files");
  }

  @Test
  void otherwiseChildrenAreStartedWithout() {
    Sandbox sandbox = sandbox(SandboxMode.AUTO);

    sandbox.requireAll(folder);

    assertThat(sandbox.around(folder, List.of("fork"))).containsExactly("fork");
    assertThat(sandbox.restrictions()).isEmpty();
  }

  private Sandbox sandbox(SandboxMode mode) {
    return new Sandbox(mode, UNSTARTABLE, folder, "");
  }
}
