/**
 * Traces that follow a document through all replicas, by OpenTelemetry. Nothing of this package
 * runs unless a collector is named.
 */
package dev.sluice.tracing;
