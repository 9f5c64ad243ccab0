/** What Sluice promises, as objects that judge the whole history of a run. */
package dev.sluice.guarantee;
