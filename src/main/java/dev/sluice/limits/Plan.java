package dev.sluice.limits;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The limits of the owners of a plan; 0 means no limit.
 *
 * @param concurrentUploads requests with a body at once
 * @param uploadsPerMinute requests, however many documents each holds
 * @param uploadsPerHour likewise
 * @param droppedPerHour files taken from buckets and folders
 * @param statusPerMinute requests for documents, their results and webhooks
 * @param storedBytes of all originals and unfinished uploads together
 */
public record Plan(
    @JsonIgnore String name,
    int concurrentUploads,
    int uploadsPerMinute,
    int uploadsPerHour,
    int droppedPerHour,
    int statusPerMinute,
    long storedBytes) {

  /** The plan of owners to whom ops gave no other. */
  public static final String DEFAULT = "default";

  /** Without any limit. */
  static final Plan UNLIMITED = new Plan("unlimited", 0, 0, 0, 0, 0, 0);
}
