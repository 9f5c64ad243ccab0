/** What the API shows of documents and their results; an owner sees its own only. */
package dev.sluice.results.read;
