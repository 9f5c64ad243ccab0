/** The promises of Sluice, as objects that judge the whole history of a run. */
package dev.sluice.guarantee;
