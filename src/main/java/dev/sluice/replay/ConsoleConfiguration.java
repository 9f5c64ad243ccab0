package dev.sluice.replay;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jmx.export.MBeanExporter;
import org.springframework.jmx.export.annotation.AnnotationJmxAttributeSource;
import org.springframework.jmx.export.assembler.MetadataMBeanInfoAssembler;
import org.springframework.jmx.support.RegistrationPolicy;

/** Exposes the console of dead letters, and no other Spring bean, over JMX and so in Hawtio. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

  private static final String NAME = "sluice:type=DeadLetters";

  @Bean
  MBeanExporter deadLetterExporter(DeadLetterConsole console) {
    MBeanExporter exporter = new MBeanExporter();
    exporter.setAssembler(new MetadataMBeanInfoAssembler(new AnnotationJmxAttributeSource()));
    exporter.setBeans(Map.of(NAME, console));
    // Several applications may live in one JVM, as in tests: the last one counts.
    exporter.setRegistrationPolicy(RegistrationPolicy.REPLACE_EXISTING);
    return exporter;
  }
}
