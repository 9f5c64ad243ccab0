package dev.sluice.ops;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.store.database.OutageAwareDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the pool of connections behind the watch over the database. */
@Configuration(proxyBeanMethods = false)
class OutageAwareDatabase {

  /** How long to wait for a free connection while the database answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Bean
  static BeanPostProcessor outageAwareDataSources(ObjectProvider<ServerStates> states) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? wrap(pool, states) : bean;
      }
    };
  }

  @Bean
  SmartInitializingSingleton freeWhoeverWaitsInAStatement(ServerWatch watch, DataSource database) {
    return () -> {
      if (database instanceof OutageAwareDataSource pool) {
        watch.addListener(
            (server, isOut) -> {
              if (isOut && server == WatchedServer.DATABASE) {
                pool.breakOff();
              }
            });
      }
    };
  }

  private static OutageAwareDataSource wrap(
      HikariDataSource pool, ObjectProvider<ServerStates> states) {
    return new OutageAwareDataSource(
        pool, () -> states.getObject().outageOf(WatchedServer.DATABASE).isPresent(), PATIENCE);
  }
}
