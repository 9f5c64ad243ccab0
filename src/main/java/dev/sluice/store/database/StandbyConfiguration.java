package dev.sluice.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** Connects to a standby of the database if one is set. */
@Configuration(proxyBeanMethods = false)
class StandbyConfiguration {

  static final class StandbyIsSet implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(context.getEnvironment().getProperty("sluice.jdbc.read.url"));
    }
  }

  @Bean
  ResultReader resultReader(
      JdbcClient primary,
      Optional<Standby> standby,
      StandbySettings settings,
      MeterRegistry meters) {
    Gauge.builder("sluice.standby.used", standby, StandbyConfiguration::isUsed)
        .description("1 while results are read from the standby; no number if none is set")
        .register(meters);
    return new ResultReader(primary, standby, settings.staleness(), meters);
  }

  /** Its pool is no bean, as there is one database to all others. */
  @Bean
  @Conditional(StandbyIsSet.class)
  Standby standby(StandbySettings settings, DataSource database, MeterRegistry meters)
      throws SQLException {
    HikariDataSource primary = database.unwrap(HikariDataSource.class);
    HikariDataSource pool = new HikariDataSource(pool(settings, primary, meters));
    return new Standby(pool, primary, settings.staleness());
  }

  @Bean
  @Conditional(StandbyIsSet.class)
  StandbyWatch standbyWatch(Standby standby) {
    return new StandbyWatch(standby);
  }

  /** As the primary's, but for who and where. A start does not wait for a standby. */
  private static HikariConfig pool(
      StandbySettings settings, HikariDataSource primary, MeterRegistry meters) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("standby");
    pool.setJdbcUrl(settings.url());
    pool.setUsername(orElse(settings.user(), primary.getUsername()));
    pool.setPassword(orElse(settings.password(), primary.getPassword()));
    pool.setDataSourceProperties(primary.getDataSourceProperties());
    pool.setMaximumPoolSize(settings.pool());
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(primary.getConnectionTimeout());
    pool.setValidationTimeout(primary.getValidationTimeout());
    pool.setLeakDetectionThreshold(primary.getLeakDetectionThreshold());
    pool.setInitializationFailTimeout(-1);
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    return pool;
  }

  private static double isUsed(Optional<Standby> standby) {
    return standby.map(server -> server.isUsed() ? 1.0 : 0.0).orElse(Double.NaN);
  }

  private static String orElse(String own, String primary) {
    return StringUtils.hasText(own) ? own : primary;
  }
}
