/** Real servers in one process for the first run and the tests; not part of the production jar. */
package dev.sluice.embedded;
