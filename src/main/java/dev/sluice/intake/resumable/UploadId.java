package dev.sluice.intake.resumable;

import com.fasterxml.uuid.Generators;
import java.util.Optional;
import java.util.UUID;

/** Names a resumable upload by a UUID; new ones are of version 7. */
public record UploadId(UUID value) {

  static UploadId next() {
    return new UploadId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /** Reads the 36 character form; empty on anything else. */
  static Optional<UploadId> parse(String text) {
    if (text == null || text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(new UploadId(UUID.fromString(text)));
    } catch (IllegalArgumentException notHexadecimal) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
