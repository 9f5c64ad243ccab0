package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

class StartupFailureReporterTest {

  private final GenericApplicationContext context = new GenericApplicationContext();
  private final StartupFailureReporter reporter = new StartupFailureReporter(context);

  @Test
  void aFailureThatExplainsItselfIsFoundWhereverItIsInTheChain() {
    Throwable failure =
        new IllegalStateException(new StartupFailure("the disk\n is full", "Empty it."));

    assertThat(reporter.explain(failure)).isEqualTo("the disk is full. Empty it.");
  }

  @Test
  void aTakenPortIsNamedWithTheKeyThatChangesIt() {
    context.getEnvironment().getSystemProperties().put("management.server.port", "8081");
    try {
      assertThat(reporter.explain(new PortInUseException(8081)))
          .contains("port 8081 is taken", "management.server.port");
      assertThat(reporter.explain(new PortInUseException(8080))).contains("SERVER_PORT");
    } finally {
      context.getEnvironment().getSystemProperties().remove("management.server.port");
    }
  }

  @Test
  void aPathThatTheMachineCannotNameIsToldWithTheVariableThatHelps() {
    Throwable failure = new RuntimeException(new InvalidPathException("/f?r", "unmappable"));

    assertThat(reporter.explain(failure)).contains("'/f?r'", "unmappable", "LC_ALL=C.UTF-8");
  }

  @Test
  void anUnknownFailureIsToldByItsDeepestCauseInOneLine() {
    Throwable failure = new RuntimeException("outer", new RuntimeException("line one\nline two"));

    assertThat(reporter.explain(failure)).startsWith("line one line two. ").doesNotContain("\n");
  }

  @Test
  void aFailureBeforeThereIsAContextIsExplainedToo() {
    assertThat(new StartupFailureReporter(null).explain(new RuntimeException()))
        .startsWith("RuntimeException. ");
  }

  @Test
  void springBootAsksItFirst() {
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                .load(
                    SpringBootExceptionReporter.class,
                    ArgumentResolver.of(ConfigurableApplicationContext.class, context)))
        .first()
        .isInstanceOf(StartupFailureReporter.class);
  }
}
