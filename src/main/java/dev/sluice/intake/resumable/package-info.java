/** The door for uploads that resume where they were cut off: the tus protocol, version 1.0. */
package dev.sluice.intake.resumable;
