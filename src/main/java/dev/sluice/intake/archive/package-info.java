/** Archives: what lies in a ZIP, believed only as far as it is checked. */
package dev.sluice.intake.archive;
