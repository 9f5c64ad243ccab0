/** The parts that all calls of the API share: requests, lists, and the caller's documents. */
package dev.sluice.web;
