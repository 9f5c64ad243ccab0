/** Shows documents and their results through the API; an owner sees only its own. */
package dev.sluice.results.read;
