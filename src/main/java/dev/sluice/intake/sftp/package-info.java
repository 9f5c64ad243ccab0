/** The SFTP door: which files are taken from a server's folder, when, and where they go then. */
package dev.sluice.intake.sftp;
