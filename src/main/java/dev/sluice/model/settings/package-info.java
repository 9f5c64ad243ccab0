/** Checks that the configuration records share; their messages name the offending key. */
package dev.sluice.model.settings;
