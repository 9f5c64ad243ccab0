package dev.sluice.model.document;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.UUID;

/** Names a batch of documents by a UUID; new ones are of version 7. */
public record BatchId(UUID value) {

  private static final int LENGTH = 36;

  /** Refuses null. */
  public BatchId {
    Objects.requireNonNull(value, "value");
  }

  /** Makes a new id from the clock. */
  public static BatchId next() {
    return new BatchId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /** Reads the 36 character form; throws {@link IllegalArgumentException} on anything else. */
  public static BatchId of(String text) {
    if (text.length() != LENGTH) {
      throw new IllegalArgumentException("not a batch's id");
    }
    return new BatchId(UUID.fromString(text));
  }

  /** The address of its batch, below the host. */
  public String location() {
    return "/api/v1/uploads/batches/" + value;
  }

  @Override
  @JsonValue
  public String toString() {
    return value.toString();
  }
}
