package dev.sluice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Sluice against the Kafka, PostgreSQL and S3 that its configuration names. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SluiceApplication {

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    SpringApplication.run(SluiceApplication.class, arguments);
  }
}
