package dev.sluice.web.session;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps sessions in the database by Spring Session's repository, without its filter: with that,
 * whatever asks the servlet API for a session would make one.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /** A route removes what is over, so that ops see it in the console. */
  @Bean
  JdbcIndexedSessionRepository sessionRepository(
      JdbcOperations jdbc, PlatformTransactionManager transactions, SessionSettings settings) {
    TransactionTemplate own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var repository = new JdbcIndexedSessionRepository(jdbc, own);
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
    repository.setDefaultMaxInactiveInterval(settings.keep());
    repository.setCleanupCron(Scheduled.CRON_DISABLED);
    repository.setConversionService(textOnly());
    return repository;
  }

  /**
   * Attributes are texts, so whoever writes to the database brings no objects into this process.
   */
  private static ConversionService textOnly() {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(
        Object.class, byte[].class, text -> ((String) text).getBytes(StandardCharsets.UTF_8));
    conversion.addConverter(
        byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
    return conversion;
  }
}
