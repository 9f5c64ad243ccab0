package dev.sluice.work.queue;

import dev.sluice.work.QueueRebuild;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jmx.export.MBeanExporter;
import org.springframework.jmx.export.annotation.AnnotationJmxAttributeSource;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.jmx.export.assembler.MetadataMBeanInfoAssembler;
import org.springframework.jmx.support.RegistrationPolicy;

/** Offers the rebuilding of the queue to a JMX console, and so to Hawtio. */
@Configuration(proxyBeanMethods = false)
class QueueRebuildMBean {

  private static final String NAME = "sluice:type=Queue";

  @Bean
  MBeanExporter queueExporter(QueueRebuild rebuild) {
    MBeanExporter exporter = new MBeanExporter();
    exporter.setAssembler(new MetadataMBeanInfoAssembler(new AnnotationJmxAttributeSource()));
    exporter.setBeans(Map.of(NAME, new Operations(rebuild)));
    // Several applications may live in one JVM, as in tests: the last one counts.
    exporter.setRegistrationPolicy(RegistrationPolicy.REPLACE_EXISTING);
    return exporter;
  }

  /** The operations that the console offers. */
  @ManagedResource(description = "The queue: what to do when Kafka has lost its data")
  public record Operations(QueueRebuild queue) {

    /** Has the tickets of all documents that wait published again; answers how many wait. */
    @ManagedOperation(
        description = "Publishes the tickets of all documents that wait again; safe at any time")
    public long rebuild() {
      return queue.rebuild().documents();
    }
  }
}
