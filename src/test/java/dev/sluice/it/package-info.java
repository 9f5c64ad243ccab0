/** Sluice as a whole, on real servers that are started once per run. */
package dev.sluice.it;
