/**
 * Connections that have not sent the header of a request, which no filter sees: how many, how long.
 */
package dev.sluice.web.connection;
