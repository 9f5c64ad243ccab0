/**
 * Checks that the configuration records share, whose messages name the offending key; and what a
 * JVM has by default.
 */
package dev.sluice.model.settings;
