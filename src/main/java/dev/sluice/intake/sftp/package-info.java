/**
 * The SFTP door: which files are taken from a server's folder, when, and where they go afterwards.
 */
package dev.sluice.intake.sftp;
