/** Reads what stands on a page beside its contents: form fields, notes and stamps. */
package dev.sluice.pdf.annotation;
