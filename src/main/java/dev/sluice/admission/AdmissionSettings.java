package dev.sluice.admission;

import dev.sluice.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much may be under way between a door and the object store, in this process.
 *
 * @param documents at once
 * @param bytes of them together
 */
@ConfigurationProperties("sluice.admission")
public record AdmissionSettings(int documents, DataSize bytes) {

  /** Refuses limits that let nothing in. */
  public AdmissionSettings {
    Setting.atLeast("sluice.admission.documents", 1, documents);
    Setting.atLeast("sluice.admission.bytes", 1, bytes.toBytes());
  }
}
