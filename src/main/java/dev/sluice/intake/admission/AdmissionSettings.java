package dev.sluice.intake.admission;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The limits at which the doors close.
 *
 * @param documents that may be between a door and the object store at once, in this process
 * @param bytes of them together
 * @param queueDepth documents that may wait to be worked on, in all
 * @param recount how often those are counted
 * @param freeDisk what must stay free of the disk on which documents are put down
 */
@ConfigurationProperties("sluice.admission")
public record AdmissionSettings(
    int documents, DataSize bytes, int queueDepth, Duration recount, DataSize freeDisk) {

  /** Refuses limits that let nothing in. */
  public AdmissionSettings {
    Setting.atLeast("sluice.admission.documents", 1, documents);
    Setting.atLeast("sluice.admission.bytes", 1, bytes.toBytes());
    Setting.atLeast("sluice.admission.queue-depth", 1, queueDepth);
    Setting.positive("sluice.admission.recount", recount);
    Setting.atLeast("sluice.admission.free-disk", 0, freeDisk.toBytes());
  }
}
