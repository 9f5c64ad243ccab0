package dev.sluice.limits;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What the owners of a plan may do; 0 means as much as they like.
 *
 * @param concurrentUploads requests with a body at once
 * @param uploadsPerMinute requests and dropped files, however many documents each holds
 * @param uploadsPerHour likewise
 * @param statusPerMinute requests for documents and their results
 * @param storedBytes of all originals together
 */
public record Plan(
    @JsonIgnore String name,
    int concurrentUploads,
    int uploadsPerMinute,
    int uploadsPerHour,
    int statusPerMinute,
    long storedBytes) {

  /** The plan of owners to whom ops gave no other. */
  public static final String DEFAULT = "default";

  /** Without any limit. */
  static final Plan UNLIMITED = new Plan("unlimited", 0, 0, 0, 0, 0);
}
