/** Holds callers of the API to its contract before a route sees them. */
package dev.sluice.web.contract;
