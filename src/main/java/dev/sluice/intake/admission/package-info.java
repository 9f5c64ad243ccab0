/** The one rule that opens and closes all doors: how much may be under way at once. */
package dev.sluice.intake.admission;
