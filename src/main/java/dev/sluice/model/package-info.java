/** What all of Sluice talks about: documents, failures, settings, and temporary files. */
package dev.sluice.model;
