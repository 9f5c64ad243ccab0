package dev.sluice.model.document;

import java.util.Objects;

/**
 * One version of a file that a system dropped in a bucket or folder.
 *
 * @param ref where it lies, such as {@code s3://bucket/key}
 * @param version what changes when the file does, such as an ETag
 */
public record Drop(Origin origin, String ref, String version) {

  /** Refuses null. */
  public Drop {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(version, "version");
  }
}
