/** Opens and closes all doors by one rule: how much may be under way at once. */
package dev.sluice.intake.admission;
