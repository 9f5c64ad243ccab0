package dev.sluice.limits;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The limits of the owners of a plan; 0 means no limit.
 *
 * @param concurrentUploads requests with a body at once
 * @param uploadsPerMinute requests, however many documents each holds
 * @param uploadsPerHour likewise
 * @param droppedPerHour files taken from buckets and folders
 * @param statusPerMinute requests for the status of documents and batches, for webhooks and
 *     timetables
 * @param readsPerMinute requests for lists and results
 * @param imagesPerMinute requests for pictures of pages
 * @param storedBytes of all originals and unfinished uploads together
 */
public record Plan(
    @JsonIgnore String name,
    int concurrentUploads,
    int uploadsPerMinute,
    int uploadsPerHour,
    int droppedPerHour,
    int statusPerMinute,
    int readsPerMinute,
    int imagesPerMinute,
    long storedBytes) {

  /** The plan of owners to whom ops gave no other. */
  public static final String DEFAULT = "default";

  /** Without any limit. */
  static final Plan UNLIMITED = new Plan("unlimited", 0, 0, 0, 0, 0, 0, 0, 0);
}
