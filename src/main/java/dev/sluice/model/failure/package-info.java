/** The one failure model: every error names itself, its category and what to do about it. */
package dev.sluice.model.failure;
