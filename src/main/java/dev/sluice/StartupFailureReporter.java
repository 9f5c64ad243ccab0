package dev.sluice;

import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Reports a failed start in one line instead of a stack trace, which DEBUG logging still shows. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartupFailureReporter implements SpringBootExceptionReporter {

  private static final Logger log = LoggerFactory.getLogger(StartupFailureReporter.class);

  private final ConfigurableApplicationContext context;

  /** Made by Spring Boot; the context is null when the start failed before there was one. */
  StartupFailureReporter(ConfigurableApplicationContext context) {
    this.context = context;
  }

  @Override
  public boolean reportException(Throwable failure) {
    log.debug("The start failed", failure);
    System.err.println("Sluice cannot start: " + explain(failure));
    return true;
  }

  /** The most telling words that the chain of causes holds. */
  String explain(Throwable failure) {
    return find(failure, StartupFailure.class)
        .or(() -> find(failure, PortInUseException.class).map(this::portTaken))
        .or(() -> find(failure, InvalidPathException.class).map(StartupFailureReporter::unusable))
        .or(() -> analysed(failure))
        .orElseGet(() -> asFailure(deepest(failure)))
        .getMessage();
  }

  private StartupFailure portTaken(PortInUseException taken) {
    int port = taken.getPort();
    boolean management =
        context != null
            && String.valueOf(port)
                .equals(context.getEnvironment().getProperty("management.server.port"));
    return new StartupFailure(
        "port " + port + " is taken",
        "Free it, or set another one in "
            + (management ? "management.server.port" : "server.port (SERVER_PORT)"));
  }

  private static StartupFailure unusable(InvalidPathException path) {
    return new StartupFailure(
        "the path '" + path.getInput() + "' cannot be used: " + path.getReason(),
        "If its letters are the matter, start Sluice with LC_ALL=C.UTF-8",
        path);
  }

  /** Spring Boot explains many failures; its explanation is only shortened here. */
  private Optional<StartupFailure> analysed(Throwable failure) {
    return analyzers()
        .map(analyzer -> analyse(analyzer, failure))
        .flatMap(Optional::stream)
        .findFirst()
        .map(found -> new StartupFailure(found.getDescription(), advice(found)));
  }

  private static String advice(FailureAnalysis analysis) {
    return analysis.getAction() == null ? "Mend the configuration" : analysis.getAction();
  }

  private static Optional<FailureAnalysis> analyse(FailureAnalyzer analyzer, Throwable failure) {
    try {
      return Optional.ofNullable(analyzer.analyze(failure));
    } catch (RuntimeException unable) {
      log.debug("{} could not look at the failure", analyzer, unable);
      return Optional.empty();
    }
  }

  private Stream<FailureAnalyzer> analyzers() {
    ArgumentResolver arguments =
        context == null
            ? ArgumentResolver.none()
            : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                .and(Environment.class, context.getEnvironment());
    return SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
        .load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((m, e) -> skipped(e)))
        .stream();
  }

  private static void skipped(Throwable unusable) {
    log.debug("A failure analyzer cannot be used", unusable);
  }

  private static StartupFailure asFailure(Throwable cause) {
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new StartupFailure(
        message, "For the whole story start it again with --logging.level.dev.sluice=debug", cause);
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Throwable deepest(Throwable failure) {
    return chain(failure).reduce((outer, inner) -> inner).orElse(failure);
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(100);
  }
}
