/** What the configuration records share: checks whose messages name the offending key. */
package dev.sluice.model.settings;
