/** The HTTP doors: a document in a request, several in a form, or an archive. */
package dev.sluice.intake.http;
