/** The failure model: every error has a name, a category and advice on what to do. */
package dev.sluice.model.failure;
