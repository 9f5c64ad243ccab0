package dev.sluice.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What there is of tracing, with a collector and without. */
class TracingConfigurationTest {

  @EnableConfigurationProperties(TracingSettings.class)
  static class Settings {}

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(Settings.class, TracingConfiguration.class)
          .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
          .withBean(JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource()))
          .withPropertyValues("spring.application.name=sluice", "sluice.tracing.sampling=1");

  @Test
  void withoutACollectorThereIsNothingOfIt() {
    application
        .withPropertyValues("sluice.tracing.url=")
        .run(
            context ->
                assertThat(context.getBeansOfType(Object.class).values())
                    .filteredOn(bean -> bean.getClass().getName().contains("tracing."))
                    .filteredOn(
                        bean -> !(bean instanceof TracingSettings || bean instanceof Settings))
                    .isEmpty());
  }

  @Test
  void withACollectorThereIsAllOfIt() {
    application
        .withPropertyValues("sluice.tracing.url=http://127.0.0.1:4318/v1/traces")
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(SdkTracerProvider.class)
                    .hasSingleBean(RouteTracing.class)
                    .hasSingleBean(TraceIdInLogs.class)
                    .hasBean("requestTracing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector:4318", "grpc://collector:4317", "http:///v1/traces"})
  void whatIsNoAddressOfACollectorIsNamedWithItsKey(String url) {
    assertThatThrownBy(() -> new TracingSettings(url, 1))
        .hasMessageStartingWith("sluice.tracing.url must be an address");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareIsFromZeroToOne(double share) {
    assertThatThrownBy(() -> new TracingSettings("", share))
        .hasMessageStartingWith("sluice.tracing.sampling must be between 0.0 and 1.0");
  }

  @Test
  void theLogNamesTheCollectorWithoutItsLogin() {
    assertThat(new TracingSettings("https://me:secret@traces.example.org/v1", 1).collector())
        .isEqualTo("traces.example.org");
    assertThat(new TracingSettings("http://127.0.0.1:4318/v1", 1).collector())
        .isEqualTo("127.0.0.1:4318");
  }
}
