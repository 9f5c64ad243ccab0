/** The types that all of Sluice shares: documents, failures, settings and temporary files. */
package dev.sluice.model;
