package dev.sluice.store.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Sends no options where none are set: poolers refuse them even if they are empty. */
@Component
class DatabaseOptions implements BeanPostProcessor {

  private static final String OPTIONS = "options";

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && pool.getDataSourceProperties().getProperty(OPTIONS, "").isBlank()) {
      pool.getDataSourceProperties().remove(OPTIONS);
    }
    return bean;
  }
}
